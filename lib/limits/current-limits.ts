// State: one copy in a process.
import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { keptSetting } from '@/lib/settings/setting'

export const limitNames = [
  'forms',
  'look-up',
  'wording',
  'submit',
  'submit-email',
  'unsolved',
  'resend',
  'mailbox',
  'mailbox-day',
  'sign-in',
  'api',
  'drawing',
] as const
export type LimitName = (typeof limitNames)[number]
/** So many turns in so many seconds. */
export type Limit = { points: number; seconds: number }

/** The setting under which an administrator's limits are kept. */
export const LIMITS = 'limits'

const HELD_MS = 2000
const kept = z.partialRecord(z.enum(limitNames), z.object({ points: z.int().min(1), seconds: z.int().min(1) }))
type Kept = z.infer<typeof kept>

let held: { kept: Kept; asked: number } | undefined

/** The limits as an administrator has set them, else as the environment has, at most 2 seconds behind the database. */
export async function currentLimits(ctx: Context): Promise<Record<LimitName, Limit>> {
  if (!held || performance.now() - held.asked >= HELD_MS) held = { kept: await readKept(ctx), asked: performance.now() }
  return { ...ctx.env.limits, ...held.kept }
}

/** The limits read from the database, past the cache. */
export async function readLimits(ctx: Context): Promise<Record<LimitName, Limit>> {
  return { ...ctx.env.limits, ...(await readKept(ctx)) }
}

async function readKept(ctx: Context): Promise<Kept> {
  return kept.catch({}).parse((await keptSetting(ctx, LIMITS)) ?? {})
}

/** Makes the next {@link currentLimits} look into the database. */
export function forgetLimits(): void {
  held = undefined
}
