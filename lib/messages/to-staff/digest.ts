import { eq } from 'drizzle-orm'
import { staff } from '@/db/schema/index'
import { renderEmail } from '@/emails/render'
import { figuresDigestEmail } from '@/emails/to-staff/figures-digest'
import { liveCampaigns } from '@/lib/content/find-campaign'
import { placeFigures } from '@/lib/figures/dashboard/places'
import { sumsOf } from '@/lib/figures/dashboard/sums'
import type { Context } from '@/lib/kernel/context'
import { addDays } from '@/lib/kernel/time/day'
import { mailFooter } from '@/lib/mailer/footer'
import { sendMail } from '@/lib/mailer/send'

const PLACES = 5

/** Mails one member a day's figures of every live campaign, if they are still on the team. */
export async function sendDigest(ctx: Context, { staffId, day }: { staffId: string; day: string }): Promise<void> {
  const [member] = await ctx.db.select({ email: staff.email }).from(staff).where(eq(staff.id, staffId))
  if (!member) return
  const { appUrl } = ctx.env
  const campaigns = await liveCampaigns(ctx)
  const message = figuresDigestEmail({
    ...(await mailFooter(ctx)),
    day: new Date(`${day}T12:00:00Z`),
    dashboardUrl: `${appUrl}/staff/dashboard?${new URLSearchParams({ from: day, to: day })}`,
    campaigns: await Promise.all(
      campaigns.map(async ({ id, content }) => {
        const [sums, before, places] = await Promise.all([
          sumsOf(ctx, { campaignId: id, from: day, to: day }),
          sumsOf(ctx, { campaignId: id, from: addDays(day, -1), to: addDays(day, -1) }),
          placeFigures(ctx, { campaignId: id, from: day, to: day }, 'constituency'),
        ])
        return {
          title: content.title,
          views: sums.viewed,
          supporters: sums.confirmed,
          supportersBefore: before.confirmed,
          letters: sums.accepted,
          answered: sums.real_answer,
          acknowledged: sums.acknowledgement,
          places: places
            .filter(({ supporters }) => supporters > 0)
            .sort((a, b) => b.supporters - a.supporters)
            .slice(0, PLACES)
            .map(({ name, supporters }) => ({ name, supporters })),
        }
      }),
    ),
  })
  await sendMail(ctx, { key: `digest ${staffId} ${day}`, to: member.email, ...(await renderEmail(message)) })
}
