import { z } from 'zod'
import { declareJob } from '@/lib/jobs/define-job'
import { rowId } from '@/lib/kernel/id'

export const tellWebhookOffJob = declareJob('tell-webhook-off', z.object({ endpointId: rowId, staffId: z.string() }))
