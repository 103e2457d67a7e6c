import { and, count, eq, isNull } from 'drizzle-orm'
import { campaigns, constituencies, mps, staff } from '@/db/schema/index'
import { renderEmail } from '@/emails/render'
import { milestoneEmail } from '@/emails/to-staff/milestone'
import { findCampaign } from '@/lib/content/find-campaign'
import type { tellMilestoneJob } from '@/lib/figures/jobs'
import type { JobPayload } from '@/lib/jobs/define-job'
import type { Context } from '@/lib/kernel/context'
import { mailFooter } from '@/lib/mailer/footer'
import { sendMail } from '@/lib/mailer/send'
import { limitedTo, worksOn } from '@/lib/staff/own-campaigns'

/** Mails one member of the team what a campaign has reached. */
export async function tellMilestone(ctx: Context, told: JobPayload<typeof tellMilestoneJob>): Promise<void> {
  const { campaignId, kind, subject, staffId } = told
  const [member] = await ctx.db.select({ email: staff.email, limitedTo }).from(staff).where(eq(staff.id, staffId))
  const [row] = await ctx.db.select({ slug: campaigns.slug }).from(campaigns).where(eq(campaigns.id, campaignId))
  const campaign = row && (await findCampaign(ctx, row.slug))
  if (!member || !campaign || !worksOn(member.limitedTo, campaignId)) return
  const { appUrl } = ctx.env
  const message = milestoneEmail({
    ...(await mailFooter(ctx)),
    campaign: campaign.content.title,
    milestone:
      kind === 'letters'
        ? { kind, letters: Number(subject) }
        : { kind, nation: subject, mps: await mpsOf(ctx, subject) },
    dashboardUrl: `${appUrl}/staff/dashboard?campaign=${campaign.slug}`,
  })
  const key = `milestone ${campaignId} ${kind} ${subject} ${staffId}`
  await sendMail(ctx, { key, to: member.email, ...(await renderEmail(message)) })
}

async function mpsOf({ db }: Context, nation: string): Promise<number> {
  const [row] = await db
    .select({ many: count() })
    .from(mps)
    .innerJoin(constituencies, eq(constituencies.code, mps.constituencyCode))
    .where(and(isNull(mps.until), eq(constituencies.nation, nation)))
  return row?.many ?? 0
}
