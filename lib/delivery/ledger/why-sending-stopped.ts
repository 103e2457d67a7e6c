import { type SQL, sql } from 'drizzle-orm'
import { nextOpening } from '@/lib/delivery/sending-hours'
import type { Context } from '@/lib/kernel/context'
import { domainState } from '@/lib/mailer/preflight/domain-state'
import { restSetting, restUntil } from '@/lib/mailer/service-retry-after'
import { namedOperator } from '@/lib/settings/operator'
import { isOff } from '@/lib/settings/switches/is-off'
import { switchSettings } from '@/lib/settings/switches/switches'

/** Why no letter goes to any MP at present, whatever waits; `null` when they may. */
export type Stopped = { why: 'paused' | 'no-operator' | 'domain'; until: null } | { why: 'hours' | 'rest'; until: Date }

/**
 * Whether letters may go: not while staff have stopped them, by night, while the mail service asks to be left alone,
 * or by a real service before the operator is named and the sender's domain is in order, or allowed all the same.
 */
export async function stopped(ctx: Context): Promise<Stopped | null> {
  if (await isOff(ctx, 'sending')) return { why: 'paused', until: null }
  const { mailIsLocal, sendHours } = ctx.env
  if (!mailIsLocal && !(await namedOperator(ctx))) return { why: 'no-operator', until: null }
  const { waived, ok, allowedAt } = await domainState(ctx)
  if (!waived && !ok && !allowedAt) return { why: 'domain', until: null }
  const rest = await restUntil(ctx)
  if (rest) return { why: 'rest', until: rest }
  const opening = sendHours ? nextOpening(sendHours, ctx.now()) : null
  return opening ? { why: 'hours', until: opening } : null
}

/**
 * Whether staff have stopped sending, or the mail service asks for rest, as a condition for the statement that locks
 * the letters of a batch: both count at once, whatever is cached.
 */
export function isStoppedNow({ now }: Pick<Context, 'now'>): SQL {
  return sql`exists (
    select from settings
    where case name
      when ${switchSettings.sending.name} then true
      when ${restSetting.name} then (value ->> 'until')::timestamptz > ${now().toISOString()}::timestamptz
      else false
    end)`
}
