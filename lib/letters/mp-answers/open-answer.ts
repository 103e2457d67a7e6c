import { recordAudit } from '@/lib/audit/record'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { isId } from '@/lib/kernel/id'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { findOwnAnswer, type OwnAnswer } from './own-answer'

/** Opens what a supporter said of an answer, for a member of staff, which is an audit row. Throws a `Refusal` where the actor may not. */
export function openAnswer(ctx: Context, letterId: string): Promise<OwnAnswer | null> {
  assertAllowed(ctx, 'answers.open')
  return inTransaction(ctx, async (inner) => {
    const answer = isId(letterId) ? await findOwnAnswer(inner, letterId) : null
    if (answer) await recordAudit(inner, { verb: 'answers.open', subject: { kind: 'letter', id: letterId } })
    return answer
  })
}
