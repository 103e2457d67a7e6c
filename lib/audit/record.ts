import { audit } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import type { AuditVerb } from './verbs'

type Entry = {
  verb: AuditVerb
  subject: { kind: string; id: string }
  before?: unknown
  after?: unknown
}

/** Writes who did what, in the caller's transaction. `before` and `after` must hold no supporter's data. */
export async function recordAudit(ctx: Context, { verb, subject, before, after }: Entry): Promise<void> {
  await ctx.db.insert(audit).values({
    at: ctx.now(),
    actorKind: ctx.actor.kind,
    actorId: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    verb,
    subjectKind: subject.kind,
    subjectId: subject.id,
    before: before ?? null,
    after: after ?? null,
  })
}
