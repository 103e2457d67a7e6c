import type { ServerResponse } from 'node:http'
import { answerFailed } from '@/app/_server/answer/failed-answer'

/**
 * Finishes what Next answers on its way out: an answer that begins as a failure is dropped, and {@link answerFailed} takes
 * its place. `wantsPage`: whether that is a page, or words for a program;
 * `isAway`: whether the database was not there for it.
 */
export function finishAnswer(response: ServerResponse, wantsPage: boolean, isAway?: () => boolean): void {
  const { write, end, flushHeaders } = response
  const failing = () => !response.headersSent && response.statusCode === 500
  response.flushHeaders = () => (failing() ? undefined : flushHeaders.call(response))
  response.write = ((...given: Parameters<typeof write>) =>
    failing() ? true : write.apply(response, given)) as typeof write
  response.end = ((...given: Parameters<typeof end>) => {
    if (!failing()) return end.apply(response, given)
    Object.assign(response, { write, end, flushHeaders })
    answerFailed(response, wantsPage, isAway?.())
    return response
  }) as typeof end
}
