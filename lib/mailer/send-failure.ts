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

// What is kept, and what is read for it: a server may write megabytes.
const KEPT = 300
const READ = 4 * KEPT
// All that can stand in an address together: a word is read once, whether there is an @ in it or not.
const WORD = /[^\s<>"'(),;:]+/g

/** Text of a mail service with every e-mail address taken out, on one line, 300 characters at most. */
export function withoutAddresses(text: string): string {
  return text
    .slice(0, READ)
    .replace(WORD, (word, at: number) => (isAddress(word) || isCut(text, word, at) ? '…' : word))
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, KEPT)
}

function isAddress(word: string): boolean {
  const at = word.indexOf('@', 1)
  return at > 0 && at < word.length - 1
}

/** Whether a word goes on beyond what is read: it may be the first half of an address. */
function isCut(text: string, word: string, at: number): boolean {
  return text.length > READ && at + word.length === READ
}
