import pino from 'pino'
import { plainError } from './faults/plain-error'
import { requestId } from './logged-request'

/**
 * The process's log: JSON lines on standard output, with the id of the request that they are of. Ids and
 * kinds only, never personal data. The start sets
 * its level: asking the settings here would make a faulty one fail before anyone can say so plainly.
 */
export const log = pino({
  base: undefined,
  mixin() {
    const request = requestId()
    return request === undefined ? {} : { request }
  },
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: (error: unknown) => plainError(error) },
})
