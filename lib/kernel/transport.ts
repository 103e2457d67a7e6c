/** One e-mail, ready for a transport. */
export type Message = {
  /** The idempotency key: a retry under the same key sends nothing twice. */
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
