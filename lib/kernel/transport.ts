import { z } from 'zod'

const named = z.record(z.string(), z.string())

/** One e-mail, ready for a transport; parsed by this where it was stored. */
export const messageSchema = z.object({
  /** The idempotency key: a retry under the same key sends nothing twice. */
  key: z.string(),
  to: z.string(),
  /** As it stands in the header: `"Name" <address>`. */
  from: z.string(),
  replyTo: z.string().nullable(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  headers: named,
  /** What it is about, for the events that come back: kinds and ids, never personal data. */
  tags: named.optional(),
})

export type Message = z.infer<typeof messageSchema>

/** Puts mail on its way. */
export type Transport = {
  name: 'local' | 'resend' | 'smtp'
  /** How many messages one call takes. */
  most: number
  /** How long after the beginning of a call the next of its kind may begin, milliseconds, as it is now. */
  readonly callsApartMs: number
  /** For how long a key is known again, milliseconds: a call can be made again for that long. 0: never. */
  keepsKeysMs: number
  /**
   * Sends all or none of the messages under one key, and gives the service's id of each, in their order.
   * Throws a `SendFailure`; anything else that it throws counts as not knowing.
   */
  send(messages: readonly Message[], key: string): Promise<string[]>
}
