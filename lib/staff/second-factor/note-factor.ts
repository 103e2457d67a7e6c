import { recordAudit } from '@/lib/audit/record'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Context } from '@/lib/kernel/context'
import { type FactorChange, tellFactorJob } from '@/lib/staff/jobs'

/** Writes a change of a member's second factor down, and has them told, in the caller's transaction. */
export async function noteFactor(ctx: Context, staffId: string, change: FactorChange): Promise<void> {
  const verb = change === 'reset' ? 'team.reset-factor' : 'account.second-factor'
  // Who uses a code is not signed in yet: it is theirs all the same.
  const actor = ctx.actor.kind === 'staff' ? ctx.actor : ({ kind: 'system' } as const)
  await recordAudit({ ...ctx, actor }, { verb, subject: { kind: 'staff', id: staffId }, after: { change } })
  const byId = actor.kind === 'staff' && actor.id !== staffId ? actor.id : null
  for (const toId of byId ? [staffId, byId] : [staffId])
    await enqueue(ctx, tellFactorJob, { staffId, toId, change, at: ctx.now().toISOString() })
}
