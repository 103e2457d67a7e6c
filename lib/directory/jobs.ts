import { z } from 'zod'
import { declareJob, nothing } from '@/lib/jobs/define-job'
import { rowId } from '@/lib/kernel/id'

/** Letters whose seat has an MP again go on their way. */
export const releaseHeldJob = declareJob('release-held', nothing)

export const tellSyncHeldJob = declareJob('tell-sync-held', z.object({ syncId: rowId, staffId: z.string() }))
