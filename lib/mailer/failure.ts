/**
 * How a message was not taken. `later`: for now, and it is known that nothing was taken. `ours`: our own settings
 * are at fault (a key, a domain). `refused`: this message, for good. `unknown`: it may have been taken. `clash`:
 * the service knows the key with another message, so asking again can never tell.
 */
export type FailureKind = 'later' | 'ours' | 'refused' | 'unknown' | 'clash'

/** What a transport throws. The message is the service's own words, without anybody's address. */
export class SendFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    said: string,
    /** How long the service asks to be left alone, milliseconds; holds for every worker. */
    readonly restMs?: number,
    options?: ErrorOptions,
  ) {
    super(withoutAddresses(said), options)
    this.name = 'SendFailure'
  }
}

/** Text of a mail service with every e-mail address taken out, on one line, 300 characters at most. */
export function withoutAddresses(text: string): string {
  return text
    .replace(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, '…')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 300)
}
