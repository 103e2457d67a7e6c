import { z } from 'zod'
import { milestoneKinds } from '@/db/schema/index'
import { declareJob } from '@/lib/jobs/define-job'
import { rowId } from '@/lib/kernel/id'

export const tellRecountJob = declareJob(
  'tell-recount',
  z.object({ staffId: z.string(), differences: z.int(), examples: z.array(z.string()) }),
)

export const tellMilestoneJob = declareJob(
  'tell-milestone',
  z.object({ campaignId: rowId, kind: z.enum(milestoneKinds), subject: z.string(), staffId: z.string() }),
)

export const sendDigestJob = declareJob('send-digest', z.object({ staffId: z.string(), day: z.iso.date() }))
