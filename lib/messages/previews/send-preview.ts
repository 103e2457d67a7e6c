import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { staff } from '@/db/schema/index'
import { renderEmail } from '@/emails/render'
import { findPreview } from '@/lib/campaigns/preview/find-previewed-version'
import { findSeat } from '@/lib/directory/lookup'
import { defineJob } from '@/lib/jobs/define-job'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Context } from '@/lib/kernel/context'
import { Refusal } from '@/lib/kernel/faults/errors'
import { rowId } from '@/lib/kernel/id'
import { withNote } from '@/lib/mailer/note-on-top'
import { sendMail } from '@/lib/mailer/send'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { limitedTo, worksOn } from '@/lib/staff/own-campaigns'
import { previewMessage } from './preview-message'
import { type PreviewedEmail, previewedEmail } from './previewed-emails'

type Wanted = { versionId: string; which: PreviewedEmail; seat: string }

/**
 * Has one of a version's e-mails sent to the member who asks, at their own address and nowhere else. Nothing of it is
 * counted. Throws a `Refusal` for anyone who is not on the team.
 */
export async function askForPreview(
  ctx: Context,
  { campaignId, ...wanted }: Wanted & { campaignId: string },
): Promise<void> {
  assertAllowed(ctx, 'campaigns.see', campaignId)
  if (ctx.actor.kind !== 'staff')
    throw new Refusal('not-allowed', 'Only a member of the team has an address to send it to.')
  await enqueue(ctx, sendPreviewJob, { ...wanted, staffId: ctx.actor.id, key: crypto.randomUUID() })
}

/** Sends it; nothing, where the member or the version has gone meanwhile, or no letter goes to that MP. */
export async function sendPreview(
  ctx: Context,
  { versionId, which, seat: code, staffId, key }: Wanted & { staffId: string; key: string },
) {
  const [member] = await ctx.db.select({ email: staff.email, limitedTo }).from(staff).where(eq(staff.id, staffId))
  const [campaign, seat] = await Promise.all([findPreview(ctx, versionId), findSeat(ctx, code)])
  const message = campaign && seat && (await previewMessage(ctx, campaign, seat, which))
  if (!member || !message || !worksOn(member.limitedTo, campaign.id)) return
  const { subject, ...parts } = await renderEmail(message)
  const marked = withNote(
    parts,
    `A trial of version ${campaign.number}: it was sent to you alone, and counts for nothing.`,
  )
  await sendMail(ctx, { key: `preview ${key}`, to: member.email, subject: `Preview: ${subject}`, ...marked })
}

export const sendPreviewJob = defineJob(
  'send-preview',
  z.object({ versionId: rowId, which: previewedEmail, seat: z.string(), staffId: z.string(), key: z.string() }),
  sendPreview,
)
