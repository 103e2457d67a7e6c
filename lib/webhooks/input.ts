import { z } from 'zod'
import { webhookEvents } from '@/db/schema/index'
import { isId } from '@/lib/kernel/id'
import type { Env } from '@/lib/kernel/read-env'
import { oneLine } from '@/lib/kernel/text'
import { readAddress } from './address/address'

/** What of supporters an endpoint is told. Whoever is told that they confirmed is told that they left (UK GDPR article 19). */
export const toldOf = { all: [...webhookEvents], left: ['supporter.left'] } as const

/** A new webhook, as the form sends it; `campaign` is empty for all. */
export const webhookInput = (env: Pick<Env, 'isOnLocalhost'>) =>
  z.object({
    address: z
      .string()
      .max(10_000, { error: 'This can be at most 2,000 characters' })
      .transform(oneLine)
      .superRefine((typed, check) => {
        const read = readAddress(env, typed)
        if ('fault' in read) check.addIssue(read.fault)
      }),
    campaign: z.string().refine(isIdOrEmpty, { error: 'Choose a campaign, or all of them' }),
    told: z.enum(['all', 'left'], { error: 'Choose what it is told' }),
  })
export type WebhookInput = z.infer<ReturnType<typeof webhookInput>>

function isIdOrEmpty(typed: string): boolean {
  return typed === '' || isId(typed)
}
