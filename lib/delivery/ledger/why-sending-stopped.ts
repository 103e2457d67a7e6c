import { inArray, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { settings } from '@/db/schema/index'
import { nextOpening } from '@/lib/delivery/sending-hours'
import type { Context } from '@/lib/kernel/context'
import { domainState } from '@/lib/mailer/preflight/domain-state'
import { switchSetting } from '@/lib/settings/switches/switches'

const until = z.object({ until: z.coerce.date() })
const at = z.object({ at: z.coerce.date() })
const operator = z.object({ name: z.string() })

/** Why no letter goes to any MP at present, whatever waits; `null` when they may. */
export type Stopped = { why: 'paused' | 'no-operator' | 'domain'; until: null } | { why: 'hours' | 'rest'; until: Date }

/**
 * Whether letters may go: not while staff have stopped them, by night, while the mail service asks to be left alone,
 * or by a real service before the operator is named and the sender's domain is in order, or allowed all the same.
 */
export async function stopped(ctx: Context): Promise<Stopped | null> {
  const rows = await ctx.db
    .select({ name: settings.name, value: settings.value })
    .from(settings)
    .where(inArray(settings.name, [switchSetting.sending, 'mail_rest', 'operator']))
  const settingOf = (name: string) => rows.find((row) => row.name === name)?.value
  if (at.safeParse(settingOf(switchSetting.sending)).success) return { why: 'paused', until: null }
  const { mailIsLocal, operator: given, sendHours } = ctx.env
  const named = operator.safeParse(settingOf('operator')).data?.name ?? given.name
  if (!mailIsLocal && !named) return { why: 'no-operator', until: null }
  const { waived, ok, allowedAt } = await domainState(ctx)
  if (!waived && !ok && !allowedAt) return { why: 'domain', until: null }
  const rest = until.safeParse(settingOf('mail_rest')).data?.until
  if (rest && rest > ctx.now()) return { why: 'rest', until: rest }
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
      when ${switchSetting.sending} then true
      when 'mail_rest' then (value ->> 'until')::timestamptz > ${now().toISOString()}::timestamptz
      else false
    end)`
}
