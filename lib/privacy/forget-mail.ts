import { and, inArray, lte, type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import {
  deliveryAttempts,
  deliveryBatches,
  mailEvents,
  type SuppressionReason,
  sentMails,
  suppressions,
} from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { inBatches, someOf } from '@/lib/kernel/in-batches'
import { before, keeping } from './how-long-kept'

type Tell = (rows: number) => Promise<void>

/**
 * Forgets which messages went, and what was told of them: nothing comes back of them any more. While a letter could
 * still be sent, or sent again, its attempts stay: they keep it from going twice. Gives how many rows.
 */
export async function forgetMail(ctx: Context, tell: Tell): Promise<number> {
  const old = before(ctx, keeping.mailDays, 'days')
  const goesNoMore = sql`not exists (select from letters where letters.id = ${deliveryAttempts.letterId} and letters.text_sealed is not null)`
  const isEmpty = sql`not exists (select from delivery_attempts where delivery_attempts.batch_id = ${deliveryBatches.id})`
  const sweeps: [PgTable, SQL | undefined][] = [
    [sentMails, lte(sentMails.sentAt, old)],
    [mailEvents, lte(mailEvents.receivedAt, old)],
    [
      deliveryAttempts,
      and(lte(sql`coalesce(${deliveryAttempts.endedAt}, ${deliveryAttempts.startedAt})`, old), goesNoMore),
    ],
    [deliveryBatches, and(lte(deliveryBatches.startedAt, old), isEmpty)],
  ]
  let all = 0
  for (const [table, condition] of sweeps) {
    all += await inBatches(ctx, async ({ db }) => (await db.delete(table).where(someOf(table, condition))).count, tell)
  }
  return all
}

/** Whether each is forgotten after some months: what its owner said themselves stands until they take it back. */
const FORGOTTEN: Record<SuppressionReason, boolean> = { bounced: true, complained: false, refused: false }

/** Forgets that mail to an address came back: it may be somebody else's by now. Gives how many. */
export function forgetSuppressions(ctx: Context, tell: Tell): Promise<number> {
  const reasons = (Object.keys(FORGOTTEN) as SuppressionReason[]).filter((reason) => FORGOTTEN[reason])
  const old = lte(suppressions.at, before(ctx, keeping.suppressionMonths, 'months'))
  const due = and(inArray(suppressions.reason, reasons), old)
  return inBatches(ctx, async ({ db }) => (await db.delete(suppressions).where(someOf(suppressions, due))).count, tell)
}
