import { EmbeddedFailure } from '@/db/embedded'
import { ExpectedFailure, Refusal } from '@/lib/kernel/faults/errors'
import { errorLine, plainError } from '@/lib/kernel/faults/plain-error'

/** A command was called in a way that it does not know; the message says which ways it knows. */
export class WrongUsage extends Error {}

/**
 * Runs a command with its arguments and sets the exit status: 0, 1 on a failure, 2 on wrong usage.
 * An expected failure is one line on standard error; only the unexpected shows its stack.
 */
export async function runCommand(main: (args: string[]) => Promise<void>, args = process.argv.slice(2)): Promise<void> {
  try {
    await main(args)
  } catch (error) {
    await new Promise<void>((written) => process.stderr.write(`${wordsFor(error)}\n`, () => written()))
    // At once: a pool or a timer that the failure left behind must not keep the process alive.
    process.exit(error instanceof WrongUsage ? 2 : 1)
  }
}

function wordsFor(error: unknown): string {
  if (error instanceof WrongUsage) return error.message
  const expected = error instanceof ExpectedFailure || error instanceof EmbeddedFailure || error instanceof Refusal
  if (expected) return error.message.replace(/\s+/g, ' ')
  const { stack } = plainError(error)
  return stack ? `${errorLine(error)}\n${stack}` : errorLine(error)
}
