import { plainReason } from '@/db/plain-reason'

/** A failure that the person who runs the installation can act on. Its message is one line and stands alone. */
export class EmbeddedFailure extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'EmbeddedFailure'
  }
}

/** Turns a file system's refusal into a plain failure about `what`; gives every other error back as it is. */
export function asFailure(error: unknown, what: string): unknown {
  const reason = plainReason(error)
  return reason ? new EmbeddedFailure(`${what}: ${reason}.`, { cause: error }) : error
}
