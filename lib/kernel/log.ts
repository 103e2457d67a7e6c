import pino from 'pino'
import { plainError } from './faults/plain-error'

/**
 * The process's log: JSON lines on standard output. Ids and kinds only, never personal data. The start sets
 * its level: asking the settings here would make a faulty one fail before anyone can say so plainly.
 */
export const log = pino({
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: (error: unknown) => plainError(error) },
})
