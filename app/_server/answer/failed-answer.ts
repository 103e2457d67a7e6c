import type { ServerResponse } from 'node:http'
import { waitedInVain } from '@/db/patience'
import { answerComeBack } from './come-back'
import { answerPlainly } from './plain-page'

/**
 * Answers that something unexpected rose, in place of Next's own page for that, which stays empty without
 * scripts. Where that was that the database is away (`isAway`), whoever asked is asked to come back.
 */
export function answerFailed(response: ServerResponse, wantsPage: boolean, isAway = waitedInVain()): void {
  if (isAway) {
    answerComeBack(response, { wantsPage, title: 'We cannot answer just now', code: 'unavailable' })
    return
  }
  answerPlainly(response, {
    status: 500,
    title: 'Something went wrong',
    wantsPage,
    main: `<h1>Something went wrong on our side</h1>
<p>It is not your fault, and it has been noted. Please try again in a minute.</p>
<p>If you were writing: go back in your browser, and what you typed is still there. Nothing was sent twice.</p>
<p><a href="/">To the campaign</a></p>`,
    error: { code: 'failed', message: 'Something went wrong on our side.' },
  })
}
