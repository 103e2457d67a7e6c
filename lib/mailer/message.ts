/** One e-mail, ready for a transport. */
export type Message = {
  /** The same key sends once, however often it is tried. */
  key: string
  to: string
  /** As it stands in the header: `"Name" <address>`. */
  from: string
  replyTo: string | null
  subject: string
  text: string
  html: string
  headers: Record<string, string>
  /** What it is about, for the events that come back: kinds and ids, never personal data. */
  tags?: Record<string, string>
}

/** Puts mail on its way. */
export type Transport = {
  name: 'local' | 'resend' | 'smtp'
  /** How many messages one call takes. */
  most: number
  /** For how long a key is known again, milliseconds: a call can be made again for that long. 0: never. */
  keepsKeysMs: number
  /**
   * Sends all or none of the messages under one key, and gives the service's id of each, in their order.
   * Throws a `SendFailure`; anything else that it throws counts as not knowing.
   */
  send(messages: readonly Message[], key: string): Promise<string[]>
}

// One address and no more: no list, no comment, no line end (RFC 5322 3.4, without its obsolete forms).
const ONE_ADDRESS = /^[^\s@<>,;:"()[\]\\\u0000-\u001f\u007f]+@[^\s@<>,;:"()[\]\\\u0000-\u001f\u007f]+$/

/** Whether this is one plain address, and nothing that could be read as several. */
export function isOneAddress(text: string): boolean {
  return ONE_ADDRESS.test(text)
}

/** Throws unless the message goes to one plain address and no header can start another. */
export function assertSafe(message: Message): void {
  if (!isOneAddress(message.to)) throw new Error('A message must go to one plain address.')
  const headers = [message.from, message.replyTo ?? '', message.subject, ...Object.entries(message.headers).flat()]
  if (headers.some((value) => /[\r\n\0]/.test(value))) throw new Error('A header must be one line.')
}

/** `"Anna O'Neill" <letters@example.org>`: the name quoted, so that nothing in it is read as an address. */
export function namedAddress(name: string, address: string): string {
  const safe = name
    .replace(/[\r\n\0]+/g, ' ')
    .replace(/["\\]/g, "'")
    .trim()
  return safe ? `"${safe}" <${address}>` : address
}
