import { z } from 'zod'
import { alertKinds } from '@/lib/delivery/alerts/alert-rules'
import { declareJob, nothing } from '@/lib/jobs/define-job'
import { aLetter } from '@/lib/letters/jobs'

export const sendCopyJob = declareJob('send-copy', aLetter)

export const sendAlertJob = declareJob(
  'send-alert',
  z.object({ kind: z.enum(alertKinds), subject: z.string(), day: z.iso.date(), staffId: z.string() }),
)

/** Letters to a domain whose servers will have nothing from our sender wait; those to one that may again, go. */
export const holdBlockedJob = declareJob('hold-blocked', nothing)
export const releaseBlockedJob = declareJob('release-blocked', nothing)
