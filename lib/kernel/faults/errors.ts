/** A refusal that the edge maps once to a page and a status; everything else is unexpected and rises. */
export class Refusal extends Error {
  constructor(
    readonly code: 'not-found' | 'not-allowed' | 'too-many' | 'gone' | 'unavailable',
    message: string,
    /** When trying again makes sense; only with `too-many` and `unavailable`. */
    readonly retryAt?: Date,
  ) {
    super(message)
    this.name = 'Refusal'
  }
}

/** A failure that a person can act on: the commands print its message alone, without a stack. */
export class ExpectedFailure extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ExpectedFailure'
  }
}
