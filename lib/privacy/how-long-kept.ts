import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { RESULT_CACHED_DAYS } from '@/lib/directory/live/cached-results'
import { MEMBER_LIST_DAYS } from '@/lib/directory/members/uploaded/list-days'
import type { Context } from '@/lib/kernel/context'
import { NETWORK_KEPT_DAYS } from '@/lib/letters/review/origin-hash'
import { OWED_WORD_DAYS } from '@/lib/messages/to-writer/tell-before-erasing'
import { CONFIRM_LINK_DAYS } from '@/lib/settings/confirm-link-days'
import {
  currentPeriods,
  longestPeriods,
  type Periods,
  shortestPeriods,
  WAIT_END_TOLD_DAYS,
} from '@/lib/settings/keeping-periods'
import { ANSWERS_KEPT_DAYS, DELIVERIES_KEPT_DAYS } from '@/lib/webhooks/forget-deliveries'

/** The longest that things are kept: an administrator can shorten some of it, and nobody can lengthen it. */
export const keeping = {
  /** Days after which an unconfirmed sign-up is erased, whole. */
  unconfirmedDays: CONFIRM_LINK_DAYS,
  ...longestPeriods,
  /** Days before the end of its waiting at which a letter's writer is told of it. */
  waitEndToldDays: WAIT_END_TOLD_DAYS,
  /** Days for which a letter's text is kept longer while its writer is still to be told something with it. */
  owedWordDays: OWED_WORD_DAYS,
  /** Days for which it is known which messages went, and what the mail service told of them. */
  mailDays: 90,
  /** Months for which mail to an address stays stopped that came back. */
  suppressionMonths: 12,
  /** Months for which the e-mail of a member is known who has left the team. */
  staffMonths: 12,
  /** Days for which a job stays that was given up. */
  jobDays: 28,
  /** Days for which the answer of a live source is kept, under a keyed hash of the postcode. */
  lookUpDays: RESULT_CACHED_DAYS,
  /** Days for which letters of one network can be told. */
  networkDays: NETWORK_KEPT_DAYS,
  /** Days that is kept how a supporter was passed on to the operator's own systems … */
  webhookDays: DELIVERIES_KEPT_DAYS,
  /** … and what one of these said on refusing. */
  webhookAnswerDays: ANSWERS_KEPT_DAYS,
  /** Days for which a list of MPs that was uploaded waits to be brought in. */
  memberListDays: MEMBER_LIST_DAYS,
} as const

const typed = (name: keyof Periods) => {
  const [least, most] = [shortestPeriods[name], longestPeriods[name]]
  const error = `Enter a whole number from ${least} to ${most}`
  return z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, { error })
    .transform(Number)
    .refine((n) => n >= least && n <= most, { error })
}

/** Periods as a form sends them: none is longer than the longest. */
export const periodsInput = z.object({
  letterTextDays: typed('letterTextDays'),
  heldDays: typed('heldDays'),
  monthsAfterClose: typed('monthsAfterClose'),
  monthsAfterSigning: typed('monthsAfterSigning'),
})

/** How long each thing is kept. */
export type Keeping = Record<keyof typeof keeping, number>

/** How long things are kept, as `/privacy` states it now. */
export async function currentKeeping(ctx: Context): Promise<Keeping> {
  return { ...keeping, ...(await currentPeriods(ctx)) }
}

/** So long before `ctx.now()`. The database counts months: 31 August less six of them is the last day of February. */
export function before(ctx: Context, count: number, unit: 'days' | 'months'): SQL {
  return sql`${ctx.now().toISOString()}::timestamptz - make_interval(${sql.raw(unit)} => ${count}::int)`
}
