import { gt } from 'drizzle-orm'
import { directorySyncs } from '@/db/schema/index'
import { GENTLE } from '@/lib/directory/members-api/request'
import { defineJob, nothing } from '@/lib/jobs/define-job'
import type { Context } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { log } from '@/lib/kernel/log'
import { DAY } from '@/lib/kernel/time/durations'
import { type AskedApi, syncNightly } from './sync-nightly'

/**
 * A sync where none was read to its end within a day: at the first start, after a time switched off, and after a night
 * that failed. Asked every hour, so that a failure is left to the next; it is written down and told all the same.
 */
export async function syncWhenDue(
  ctx: Context,
  signal?: AbortSignal,
  api: AskedApi = { ...ctx.env, rate: GENTLE },
): Promise<void> {
  if (!api.membersApiUrl) return
  const yesterday = new Date(ctx.now().getTime() - DAY)
  if ((await ctx.db.$count(directorySyncs, gt(directorySyncs.readAt, yesterday))) > 0) return
  try {
    await syncNightly(ctx, signal, api)
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error
    log.warn({ why: error.message }, 'The MPs could not be synced')
  }
}

export const syncWhenDueJob = defineJob('sync-when-due', nothing, (ctx, _, signal) => syncWhenDue(ctx, signal))
