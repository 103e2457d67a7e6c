import { asc, sql } from 'drizzle-orm'
import { z } from 'zod'
import { formerStaff, staff } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { assertAllowed } from '@/lib/staff/assert-allowed'

/** By whom, and by what, the audit can be filtered. */
export type AuditChoices = {
  people: { id: string; name: string | null; email: string; left: boolean }[]
  verbs: string[]
}

/** Everyone who is on the team or left it lately, and every verb that was ever written down. */
export async function auditChoices(ctx: Context): Promise<AuditChoices> {
  assertAllowed(ctx, 'audit.see')
  const [present, gone, verbs] = await Promise.all([
    ctx.db.select({ id: staff.id, name: staff.name, email: staff.email }).from(staff).orderBy(asc(staff.email)),
    ctx.db.select({ id: formerStaff.id, email: formerStaff.email }).from(formerStaff).orderBy(asc(formerStaff.email)),
    everyVerb(ctx),
  ])
  const people = [
    ...present.map((member) => ({ ...member, left: false })),
    ...gone.map((member) => ({ ...member, name: null, left: true })),
  ]
  return { people, verbs }
}

/** By hopping along the index from verb to verb: the audit is long, and its verbs are few. */
async function everyVerb({ db }: Context): Promise<string[]> {
  const rows = await readRows(
    db,
    z.object({ verb: z.string() }),
    sql`
    with recursive each as (
      (select verb from audit order by verb limit 1)
      union all
      select (select verb from audit where verb > each.verb order by verb limit 1) from each where each.verb is not null
    )
    select verb from each where verb is not null order by verb`,
  )
  return [...rows].map(({ verb }) => verb)
}
