import { readElectionsJob } from '@/lib/directory/elections/read-elections'
import { GENTLE, type RequestRate } from '@/lib/directory/members-api/request'
import { syncMembers } from '@/lib/directory/sync/sync-members'
import { defineJob, nothing } from '@/lib/jobs/define-job'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Context } from '@/lib/kernel/context'
import { log } from '@/lib/kernel/log'
import { releaseHeld } from '@/lib/letters/waiting/release-held'

export type AskedApi = { membersApiUrl: string | null; rate: RequestRate }

/**
 * The night's sync: nothing without the Members API, and nothing while another process holds its lock. Throws when the
 * API fails, so that the queue tries again later and goes on from there. Then what is held for want of an MP is
 * looked through, in case a letter was held in the very moment in which its seat was filled.
 */
export async function syncNightly(
  ctx: Context,
  signal?: AbortSignal,
  { membersApiUrl, rate }: AskedApi = { ...ctx.env, rate: GENTLE },
): Promise<void> {
  if (membersApiUrl) {
    const synced = await syncMembers(ctx, { base: membersApiUrl, rate: rate, signal })
    if (synced) {
      const { outcome, dissolved, report } = synced
      const counts = { new: report.new.length, changed: report.changed.length, left: report.left.length }
      log.info({ outcome, dissolved, ...counts }, 'Synced the MPs')
      await enqueue(ctx, readElectionsJob, {}, { key: 'read elections', maxAttempts: 3 })
    }
  }
  await releaseHeld(ctx)
}

export const syncMembersJob = defineJob('sync-members', nothing, (ctx, _, signal) => syncNightly(ctx, signal))
