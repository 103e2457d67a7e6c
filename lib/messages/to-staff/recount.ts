import { renderEmail } from '@/emails/render'
import { figuresDifferEmail } from '@/emails/to-staff/figures-differ'
import type { tellRecountJob } from '@/lib/figures/jobs'
import type { JobPayload } from '@/lib/jobs/define-job'
import type { Context } from '@/lib/kernel/context'
import { londonDay } from '@/lib/kernel/time/day'
import { mailFooter } from '@/lib/mailer/footer'
import { sendMail } from '@/lib/mailer/send'
import { adminEmail } from '@/lib/staff/team/tell-admins'

/** Mails one administrator what the recount found. */
export async function tellRecount(
  ctx: Context,
  { staffId, ...found }: JobPayload<typeof tellRecountJob>,
): Promise<void> {
  const to = await adminEmail(ctx, staffId)
  if (!to) return
  const message = figuresDifferEmail({
    ...(await mailFooter(ctx)),
    ...found,
  })
  const day = londonDay(ctx.now())
  await sendMail(ctx, { key: `recount ${day} ${staffId}`, to, ...(await renderEmail(message)) })
}
