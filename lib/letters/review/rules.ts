import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { setting } from '@/lib/settings/setting'
import { assertAllowed } from '@/lib/staff/assert-allowed'

const upTo = (most: number) => z.int().min(0).max(most)

const rules = z.object({
  /** Letters of nearly the same own words that one MP may get; and from which likeness, in per cent, they are that. 0 is off. */
  alike: upTo(1000).catch(2),
  alikePercent: z.int().min(20).max(100).catch(60),
  /** Letters from one network within ten minutes, within an hour, and within a day. 0 is off. */
  networkTenMinutes: upTo(100_000).catch(50),
  networkHour: upTo(100_000).catch(100),
  networkDay: upTo(100_000).catch(400),
  /** Letters within a day from one mail domain that is none of the big providers'. 0 is off. */
  mailDomainDay: upTo(100_000).catch(25),
  /** Letters to one MP within an hour. 0 is off. */
  burstHour: upTo(100_000).catch(200),
  /** Whether an address that cannot be in the United Kingdom holds a letter. */
  address: z.boolean().catch(true),
})
export type ReviewRules = z.infer<typeof rules>

const number = (least: number, most: number) => {
  const error = `Enter a whole number from ${least} to ${most}`
  return z
    .string()
    .trim()
    .regex(/^\d{1,6}$/, { error })
    .transform(Number)
    .refine((n) => n >= least && n <= most, { error })
}

/** The rules as a form sends them: 0 switches one off, and so does no tick at the address. */
export const reviewRulesInput = z.object({
  alike: number(0, 1000),
  alikePercent: number(20, 100),
  networkTenMinutes: number(0, 100_000),
  networkHour: number(0, 100_000),
  networkDay: number(0, 100_000),
  mailDomainDay: number(0, 100_000),
  burstHour: number(0, 100_000),
  address: z.string().transform((ticked) => ticked === 'yes'),
})

const reviewRulesSetting = setting('review_rules', z.looseObject({}).catch({}).pipe(rules), rules.parse({}))

/** The rules as an administrator has set them; each that was not set, or was spoilt, as it is at first. */
export function reviewRules(ctx: Context): Promise<ReviewRules> {
  return reviewRulesSetting.read(ctx)
}

/** Keeps the rules, for letters that are confirmed from now on. Throws a `Refusal` where the actor may not. */
export function setReviewRules(ctx: Context, value: ReviewRules): Promise<void> {
  assertAllowed(ctx, 'letters.set-review-rules')
  return reviewRulesSetting.keep(ctx, value, { verb: 'letters.set-review-rules', before: (before) => before })
}
