import { z } from 'zod'
import { declareJob } from '@/lib/jobs/define-job'
import { rowId } from '@/lib/kernel/id'

/** What most jobs about a letter carry. */
export const aLetter = z.object({ letterId: rowId })

export const sendConfirmationJob = declareJob('send-confirmation', aLetter.extend({ reminder: z.boolean() }))
export const tellHeldJob = declareJob('tell-held', aLetter)
export const tellReleasedJob = declareJob('tell-released', aLetter)
export const tellWaitEndsJob = declareJob('tell-wait-ends', aLetter)
export const tellFailedJob = declareJob('tell-failed', aLetter)
export const askAboutReplyJob = declareJob('ask-about-reply', aLetter.extend({ again: z.boolean() }))
