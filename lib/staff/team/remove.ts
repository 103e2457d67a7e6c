import { type Context, inTransaction } from '@/lib/kernel/context'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { lockAdmins } from './lock-admins'
import { type Removed, takeOffTeam } from './take-off-team'

/**
 * Takes a member off the team, at once and everywhere: their sessions and their ways in go in the same transaction.
 * Throws a `Refusal` where the actor may not, and an `ExpectedFailure` where no administrator would be left.
 */
export function removeMember(ctx: Context, id: string): Promise<Removed> {
  assertAllowed(ctx, 'team.remove')
  return inTransaction(ctx, async (inner) => {
    await lockAdmins(inner, { leaving: id })
    return takeOffTeam(inner, id)
  })
}
