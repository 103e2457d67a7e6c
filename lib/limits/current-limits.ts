import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { setting } from '@/lib/settings/setting'

export const limitNames = [
  'forms',
  'look-up',
  'wording',
  'submit',
  'submit-email',
  'unsolved',
  'resend',
  'code',
  'mailbox',
  'mailbox-day',
  'sign-in',
  'second-factor',
  'api',
  'drawing',
] as const
export type LimitName = (typeof limitNames)[number]
/** So many turns in so many seconds. */
export type Limit = { points: number; seconds: number }

const limits = z.partialRecord(z.enum(limitNames), z.object({ points: z.int().min(1), seconds: z.int().min(1) }))

/** The limits that an administrator has set. */
export const limitsSetting = setting('limits', limits.catch({}), {})

/** The limits as an administrator has set them, else as the environment has. */
export async function currentLimits(ctx: Context): Promise<Record<LimitName, Limit>> {
  return { ...ctx.env.limits, ...(await limitsSetting.read(ctx)) }
}
