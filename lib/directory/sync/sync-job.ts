import { recordAudit } from '@/lib/audit/record'
import { readElectionsJob } from '@/lib/directory/elections/read-elections'
import { statedJob } from '@/lib/directory/job-state'
import type { MembersReport } from '@/lib/directory/members/compare'
import { GENTLE, type RequestRate } from '@/lib/directory/members-api/request'
import { defineJob, nothing } from '@/lib/jobs/define-job'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { log } from '@/lib/kernel/log'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { syncMembers } from './sync-members'

/** How far the sync is that staff have asked for. */
export const membersSync = statedJob('members_sync')

/**
 * Syncs the MPs for staff who asked for it, and writes down how far it is and how it ended. What goes wrong is written
 * down as well, and not tried again; when the worker is told to stop it throws, and the next one goes on.
 */
export async function syncByJob(ctx: Context, signal?: AbortSignal, rate: RequestRate = GENTLE): Promise<void> {
  const progress = membersSync.progress(ctx)
  try {
    const api = { base: apiUrl(ctx), rate, signal }
    const synced = await syncMembers(ctx, api, (words, { done, total }) =>
      progress.note({ phase: 'reading', words, done, total }),
    )
    await progress.settled()
    if (!synced) {
      throw new ExpectedFailure('Another sync is under way just now. What it changes stands below once it has ended.')
    }
    const { outcome, report, compared } = synced
    await membersSync.keep(ctx, {
      phase: outcome === 'held' ? 'refused' : 'done',
      words: outcome === 'held' ? `${compared.reasons.join('; ')}.` : changesIn(report),
    })
    log.info({ outcome }, 'Synced the MPs, as staff asked')
    await enqueue(ctx, readElectionsJob, {}, { key: 'read elections', maxAttempts: 3 })
  } catch (error) {
    await progress.settled()
    if (signal?.aborted || !(error instanceof ExpectedFailure)) throw error
    await membersSync.keep(ctx, { phase: 'failed', words: error.message })
    log.warn({ why: error.message }, 'The MPs could not be synced')
  }
}

export const syncNowJob = defineJob('sync-members-now', nothing, (ctx, _, signal) => syncByJob(ctx, signal))

/**
 * Has the worker sync the MPs for a member of staff. Does nothing while that is under way. Throws a `Refusal` where the
 * actor may not, and {@link ExpectedFailure} where the Members API is off.
 */
export function askToSync(ctx: Context): Promise<void> {
  assertAllowed(ctx, 'directory.confirm')
  apiUrl(ctx)
  return inTransaction(ctx, async (tx) => {
    if (!(await membersSync.begin(tx))) return
    await recordAudit(tx, { verb: 'directory.ask-sync', subject: { kind: 'directory', id: 'members' } })
    await enqueue(tx, syncNowJob, {}, { key: 'sync now', maxAttempts: 5 })
  })
}

function apiUrl({ env }: Context): string {
  if (env.membersApiUrl) return env.membersApiUrl
  throw new ExpectedFailure('MEMBERS_API_URL is off, so there is nothing to sync with. Bring in a list from a file.')
}

function changesIn({ new: begun, changed, left }: MembersReport): string {
  if (begun.length + changed.length + left.length === 0) return 'Nothing had changed.'
  return `${begun.length} new, ${changed.length} changed, ${left.length} left.`
}
