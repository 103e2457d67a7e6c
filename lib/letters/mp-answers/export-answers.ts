import { recordAudit } from '@/lib/audit/record'
import { partyWords } from '@/lib/directory/party-words'
import type { Context } from '@/lib/kernel/context'
import { BYTE_ORDER_MARK, csvLines } from '@/lib/kernel/csv'
import { unseal } from '@/lib/kernel/secrets/crypto'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { type AnswersFilter, answersAfter } from './list-answers'

const AT_ONCE = 200
const COLUMNS = ['letter', 'said at', 'MP', 'party', 'constituency', 'campaign', 'may be quoted', 'answer']

/**
 * What supporters have said of MPs' answers as CSV, piece by piece; no cell begins a formula. That it was taken out is
 * written down before the first piece. Throws a `Refusal` where the actor may not.
 */
export async function exportAnswers(ctx: Context, filter: AnswersFilter): Promise<AsyncGenerator<string>> {
  assertAllowed(ctx, 'answers.export')
  await recordAudit(ctx, { verb: 'answers.export', subject: { kind: 'answers', id: 'all' }, after: filter })
  return chunks(ctx, filter)
}

async function* chunks(ctx: Context, filter: AnswersFilter): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLines([COLUMNS])
  for (let after: string | null = null; ; ) {
    const rows: Awaited<ReturnType<typeof answersAfter>> = await answersAfter(ctx, filter, after, AT_ONCE)
    if (rows.length > 0) {
      yield csvLines(
        rows.map(({ letterId, saidAt, mp, party, constituency, campaign, mayQuote, textSealed }) => [
          letterId,
          saidAt.toISOString(),
          mp,
          partyWords(party),
          constituency,
          campaign,
          mayQuote ? 'yes' : 'no',
          unseal(textSealed, 'mp-answer', letterId),
        ]),
      )
    }
    after = rows.at(-1)?.letterId ?? null
    if (rows.length < AT_ONCE) return
  }
}
