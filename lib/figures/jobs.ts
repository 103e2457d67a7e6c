import { z } from 'zod'
import { digestSpans, milestoneKinds } from '@/db/schema/index'
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

/** `day` is the last of them. A job from before weeks could be chosen is of a day. */
export const sendDigestJob = declareJob(
  'send-digest',
  z.object({ staffId: z.string(), day: z.iso.date(), every: z.enum(digestSpans).default('day') }),
)
