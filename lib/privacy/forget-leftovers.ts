import { and, isNotNull, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import {
  apiKeys,
  directorySyncs,
  figureLinks,
  formerStaff,
  letterActs,
  memberLists,
  rateLimits,
  senderBlocks,
  staffAlerts,
  staffKeptForms,
  staffSessions,
  staffSignInLinks,
  webhookEndpoints,
} from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { BATCH_ROWS, inBatches, someOf } from '@/lib/kernel/in-batches'
import { MINUTE } from '@/lib/kernel/time/durations'
import { KEPT_MINUTES } from '@/lib/staff/fresh/kept-form'
import { before, keeping } from './how-long-kept'

type Tell = (rows: number) => Promise<void>

/** Forgets the addresses of who left the team, and sessions and ways in that have run out. Gives how many rows. */
export function forgetStaff(ctx: Context, tell: Tell): Promise<number> {
  const now = ctx.now()
  return sweepAll(ctx, tell, [
    [formerStaff, lte(formerStaff.leftAt, before(ctx, keeping.staffMonths, 'months'))],
    [staffSessions, lte(staffSessions.expires, now)],
    [staffKeptForms, lte(staffKeptForms.keptAt, new Date(now.getTime() - KEPT_MINUTES * MINUTE))],
    [staffSignInLinks, lte(staffSignInLinks.expires, now)],
  ])
}

/** Forgets what is of no use any more and says hardly anything of anybody. Gives how many rows. */
export async function forgetLeftovers(ctx: Context, tell: Tell): Promise<number> {
  const days = before(ctx, keeping.mailDays, 'days')
  const year = before(ctx, keeping.staffMonths, 'months')
  const unused = sql`not exists (select from webhook_deliveries where webhook_deliveries.endpoint_id = ${webhookEndpoints.id})`
  // A block lasts until somebody says to try again; what a server said of one letter does not.
  const said = and(ne(senderBlocks.said, ''), lte(senderBlocks.blockedAt, days))
  await ctx.db.update(senderBlocks).set({ said: '' }).where(said)
  return sweepAll(ctx, tell, [
    [rateLimits, lte(rateLimits.expire, ctx.now().getTime())],
    [staffAlerts, lte(staffAlerts.at, days)],
    [letterActs, lte(letterActs.endedAt, days)],
    [memberLists, lte(memberLists.at, before(ctx, keeping.memberListDays, 'days'))],
    [senderBlocks, lte(senderBlocks.clearedAt, days)],
    [directorySyncs, and(isNotNull(directorySyncs.endedAt), lte(directorySyncs.startedAt, year))],
    [apiKeys, or(lte(apiKeys.revokedAt, year), lte(apiKeys.expiresAt, year))],
    [figureLinks, or(lte(figureLinks.revokedAt, year), lte(figureLinks.expiresAt, year))],
    [webhookEndpoints, and(lte(webhookEndpoints.removedAt, days), unused)],
  ])
}

/** Forgets jobs that were given up: they hold ids, and how the last try failed. Gives how many. */
export function forgetJobs(ctx: Context, tell: Tell): Promise<number> {
  return inBatches(
    ctx,
    async ({ db }) => {
      const gone = await db.execute(sql`
        delete from graphile_worker._private_jobs where id in (
          select id from graphile_worker._private_jobs
          where attempts >= max_attempts and locked_at is null
            and updated_at <= ${before(ctx, keeping.jobDays, 'days')}
          limit ${BATCH_ROWS}::int for update skip locked
        )`)
      return gone.count
    },
    tell,
  )
}

async function sweepAll(ctx: Context, tell: Tell, sweeps: [PgTable, SQL | undefined][]): Promise<number> {
  let all = 0
  for (const [table, condition] of sweeps) {
    all += await inBatches(ctx, async ({ db }) => (await db.delete(table).where(someOf(table, condition))).count, tell)
  }
  return all
}
