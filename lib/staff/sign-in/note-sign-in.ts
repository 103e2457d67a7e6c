import { and, eq } from 'drizzle-orm'
import { staff, type WayIn } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import type { Context } from '@/lib/kernel/context'
import { ownId } from '@/lib/staff/own-id'
import { hasFactor } from '@/lib/staff/second-factor/has-factor'

/** Writes a sign-in of the actor down, once it is whole: one by a link is not, where a second factor is still to come. */
export async function noteSignIn(ctx: Context, by: WayIn | 'second-factor'): Promise<void> {
  const id = ownId(ctx)
  if (by === 'link' && (await ctx.db.$count(staff, and(eq(staff.id, id), hasFactor))) > 0) return
  await recordAudit(ctx, { verb: 'team.sign-in', subject: { kind: 'staff', id }, after: { by } })
}
