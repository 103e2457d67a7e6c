import { eq } from 'drizzle-orm'
import { staff } from '@/db/schema/index'
import { renderEmail } from '@/emails/render'
import { figuresDigestEmail } from '@/emails/to-staff/figures-digest'
import { type LiveCampaign, liveCampaigns } from '@/lib/content/find-campaign'
import { funnelOf } from '@/lib/figures/dashboard/funnel'
import { placeFigures } from '@/lib/figures/dashboard/places'
import { replyFigures } from '@/lib/figures/dashboard/replies'
import { stuckFigures } from '@/lib/figures/dashboard/stuck'
import { sumsOf } from '@/lib/figures/dashboard/sums'
import { definitions, standing } from '@/lib/figures/definitions'
import { stopTokenOf } from '@/lib/figures/digest/stop-link'
import type { sendDigestJob } from '@/lib/figures/jobs'
import { goalShown } from '@/lib/figures/public/goal'
import { supportersOf } from '@/lib/figures/supporter-count'
import type { JobPayload } from '@/lib/jobs/define-job'
import type { Context } from '@/lib/kernel/context'
import { grouped } from '@/lib/kernel/text'
import { addDays } from '@/lib/kernel/time/day'
import { heldWords } from '@/lib/letters/why-held'
import { mailFooter } from '@/lib/mailer/footer'
import { sendMail } from '@/lib/mailer/send'
import { unsubscribeHeaders } from '@/lib/messages/to-writer/mail-writer'
import { limitedTo, worksOn } from '@/lib/staff/own-campaigns'

const PLACES = 5
const DAYS = { day: 1, week: 7 }

type Told = JobPayload<typeof sendDigestJob>

/** Mails one member a day's or a week's figures of every live campaign that they work on, if they are still on the team. */
export async function sendDigest(ctx: Context, { staffId, day, every }: Told): Promise<void> {
  const [member] = await ctx.db.select({ email: staff.email, limitedTo }).from(staff).where(eq(staff.id, staffId))
  if (!member) return
  const { appUrl } = ctx.env
  const theirs = (await liveCampaigns(ctx)).filter(({ id }) => worksOn(member.limitedTo, id))
  const from = addDays(day, 1 - DAYS[every])
  const stopUrl = `${appUrl}/stop-figures/${stopTokenOf(staffId)}`
  const message = figuresDigestEmail({
    ...(await mailFooter(ctx)),
    every,
    from: noonOf(from),
    day: noonOf(day),
    dashboardUrl: `${appUrl}/staff/dashboard?${new URLSearchParams({ from, to: day })}`,
    stopUrl,
    campaigns: await Promise.all(theirs.map((campaign) => figuresOf(ctx, campaign, from, day))),
  })
  await sendMail(ctx, {
    key: `digest ${every} ${staffId} ${day}`,
    to: member.email,
    headers: unsubscribeHeaders(stopUrl),
    ...(await renderEmail(message)),
  })
}

/** A campaign's figures from one day to another, by the names that the dashboard has for them. */
async function figuresOf(ctx: Context, { id, goal, content }: LiveCampaign, from: string, to: string) {
  const scope = { campaignId: id, from, to }
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
  const [sums, before, places, replies, stuck, total] = await Promise.all([
    sumsOf(ctx, scope),
    sumsOf(ctx, { campaignId: id, from: addDays(from, -days), to: addDays(from, -1) }),
    placeFigures(ctx, scope, 'constituency'),
    replyFigures(ctx, scope),
    stuckFigures(ctx, id),
    supportersOf(ctx, id),
  ])
  const viewed = funnelOf(sums, replies).find(({ step }) => step === 'viewed')?.count ?? null
  return {
    title: content.title,
    supporters: sums.confirmed,
    facts: {
      [definitions.confirmed.label]: `${grouped(sums.confirmed)} (${grouped(before.confirmed)} before that)`,
      'Supporters in all': `${grouped(total)}; the goal shown is ${grouped(goalShown(goal, total))}`,
      [definitions.accepted.label]: grouped(sums.accepted),
      [definitions.bounced.label]: grouped(sums.bounced),
      [definitions.real_answer.label]: grouped(sums.real_answer),
      [definitions.acknowledgement.label]: grouped(sums.acknowledgement),
      [definitions.viewed.label]: viewed === null ? 'not known' : grouped(viewed),
      [standing.held.label]: grouped(stuck.held),
    },
    held: heldFor(stuck.byReason),
    places: places
      .filter(({ supporters }) => supporters > 0)
      .sort((a, b) => b.supporters - a.supporters)
      .slice(0, PLACES)
      .map(({ name, supporters }) => ({ name, supporters })),
  }
}

/** Why letters are held, with how many for each reason: most first. */
function heldFor(byReason: Awaited<ReturnType<typeof stuckFigures>>['byReason']): string[] {
  const reasons = new Map<keyof typeof heldWords, number>()
  for (const { reason, letters } of byReason) reasons.set(reason, (reasons.get(reason) ?? 0) + letters)
  return [...reasons].map(([reason, letters]) => `${heldWords[reason]}: ${grouped(letters)}`)
}

function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}
