import { z } from 'zod'
import { rowId } from '@/lib/kernel/id'
import { oneLine } from '@/lib/kernel/text'
import { parseLondonTime } from '@/lib/kernel/time/london-time'
import { typedText } from '@/lib/kernel/typed-text'

/** Names that stand, or may stand, for a page of ours beside a campaign's. */
const RESERVED = [
  'new',
  'list',
  'live',
  'all',
  'api',
  'staff',
  'embed',
  'preview',
  'admin',
  'home',
  'confirm',
  'letters',
  'privacy',
]

const SLUG_RULE = 'The address can have small letters, digits and single hyphens between them, 60 characters at most'

/** The last part of a campaign's address, as typed. */
export const campaignSlug = typedText(
  (typed) => oneLine(typed).toLowerCase(),
  60,
  SLUG_RULE,
  'Enter an address for the page',
)
  .refine((slug) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug), { error: SLUG_RULE, abort: true })
  .refine((slug) => !RESERVED.includes(slug), { error: 'This address is kept for the site itself: choose another' })

const goal = z
  .string()
  .max(100, { error: 'Enter the goal as a whole number from 1 to 9,999,999' })
  .transform((typed) => typed.replace(/[\s,]/g, ''))
  .refine((typed) => /^[1-9]\d{0,6}$/.test(typed), { error: 'Enter the goal as a whole number from 1 to 9,999,999' })
  .transform(Number)

const moment = (what: string) =>
  z.string().transform((typed, ctx) => {
    const asked = typed.slice(0, 100).trim()
    if (asked === '') return null
    const parsed = parseLondonTime(asked)
    if (!parsed) ctx.addIssue({ code: 'custom', message: `Enter the date and time ${what}, like 2026-11-24T09:00` })
    return parsed
  })

/** A new campaign. `from` is the campaign to copy; empty for a blank one. */
export const newCampaign = z.object({
  slug: campaignSlug,
  goal,
  from: z.union([z.literal(''), rowId], { error: 'Choose a campaign to copy, or a blank one' }),
})
export type NewCampaign = z.infer<typeof newCampaign>

/** What staff set of a campaign beside its text: dates as London's clocks show them. */
export const campaignSettings = z
  .object({ slug: campaignSlug, goal, opens: moment('when it opens'), closes: moment('when it closes') })
  .refine(({ opens, closes }) => !opens || !closes || closes > opens, {
    path: ['closes'],
    error: 'The campaign has to close after it opens',
  })
export type CampaignSettings = z.infer<typeof campaignSettings>

/** Why a campaign is paused, for everyone to read. */
export const pauseReason = typedText(
  oneLine,
  300,
  'The reason can have 300 characters at most',
  'Say why: visitors read it in place of the form',
)

/** What staff note on a version that they put live. */
export const versionNote = typedText(oneLine, 200, 'The note can have 200 characters at most')

/** A version's number in an address or a form; 0, which none has, where there is nothing of the kind. */
export function versionNumber(value: unknown): number {
  const number = typeof value === 'string' ? Number(value) : 0
  return Number.isSafeInteger(number) && number > 0 && number < 2 ** 31 ? number : 0
}
