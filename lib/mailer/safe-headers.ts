import type { Message } from '@/lib/kernel/transport'

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
