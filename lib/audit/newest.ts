import { desc, eq } from 'drizzle-orm'
import { audit, staff } from '@/db/schema'
import type { Context } from '../kernel/context'

/** One row of the audit, with the e-mail of who it was, if they are on the team still. */
export type AuditRow = typeof audit.$inferSelect & { email: string | null }

/** The newest rows of the audit. */
export async function newestAudit({ db }: Context, most: number): Promise<AuditRow[]> {
  const rows = await db
    .select({ row: audit, email: staff.email })
    .from(audit)
    .leftJoin(staff, eq(staff.id, audit.actorId))
    .orderBy(desc(audit.id))
    .limit(most)
  return rows.map(({ row, email }) => ({ ...row, email }))
}
