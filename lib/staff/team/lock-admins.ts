import { eq } from 'drizzle-orm'
import { staff } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { ExpectedFailure, Refusal } from '@/lib/kernel/faults/errors'

/**
 * Takes the administrators' rows for the caller's transaction: of two who demote or remove each other, the second
 * waits, and finds what the first has done. Throws a `Refusal` where the actor is no administrator any more, and an
 * `ExpectedFailure` where without `leaving` the team would have none.
 */
export async function lockAdmins({ db, actor }: Context, { leaving }: { leaving: string | null }): Promise<void> {
  const admins = await db
    .select({ id: staff.id })
    .from(staff)
    .where(eq(staff.role, 'admin'))
    .orderBy(staff.id)
    .for('update')
  if (actor.kind === 'staff' && !admins.some(({ id }) => id === actor.id)) {
    throw new Refusal('not-allowed', 'You are not an administrator any more. Nothing was changed.')
  }
  if (leaving !== null && admins.every(({ id }) => id === leaving)) {
    throw new ExpectedFailure('The team needs an administrator: make someone else one first.')
  }
}
