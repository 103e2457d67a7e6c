import { and, asc, desc, eq, gt, lt, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { audit, staff } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { readValue } from '@/lib/kernel/read-rows'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { type AuditFilter, matching } from './filter'

/** One row of the audit, with the e-mail of who it was, as long as it is known. */
export type AuditRow = typeof audit.$inferSelect & { email: string | null }

/** Where a page of the audit begins: before or after the row of that number, or with the newest. */
export type AuditPlace = { before?: number | undefined; after?: number | undefined }

/** `older` and `newer` are the numbers to go on from; `null` where there is nothing more. */
export type AuditPage = { rows: AuditRow[]; older: number | null; newer: number | null }

/** A page of the audit, newest first. Throws a `Refusal` where the actor may not. */
export async function listAudit(
  ctx: Context,
  filter: AuditFilter,
  { before, after }: AuditPlace,
  most: number,
): Promise<AuditPage> {
  assertAllowed(ctx, 'audit.see')
  const upwards = after !== undefined && before === undefined
  const found = await rowsWhere(ctx, {
    condition: and(
      matching(filter),
      before === undefined ? undefined : lt(audit.id, before),
      upwards ? gt(audit.id, after) : undefined,
    ),
    oldestFirst: upwards,
    most: most + 1,
  })
  const isMore = found.length > most
  const shown = upwards ? found.slice(0, most).reverse() : found.slice(0, most)
  const [first, last] = [shown[0]?.id ?? null, shown.at(-1)?.id ?? null]
  return {
    rows: shown,
    older: upwards || isMore ? last : null,
    newer: (upwards ? isMore : before !== undefined) ? first : null,
  }
}

type Which = { condition: SQL | undefined; oldestFirst: boolean; most: number }

async function rowsWhere({ db }: Context, { condition, oldestFirst, most }: Which): Promise<AuditRow[]> {
  const left = sql`(
    select gone.email from former_staff gone where gone.id = ${audit.actorId}
  )`
  const rows = await db
    .select({ row: audit, email: readValue(z.string(), sql`coalesce(${staff.email}, ${left})`) })
    .from(audit)
    .leftJoin(staff, eq(staff.id, audit.actorId))
    .where(condition)
    .orderBy(oldestFirst ? asc(audit.id) : desc(audit.id))
    .limit(most)
  return rows.map(({ row, email }) => ({ ...row, email }))
}
