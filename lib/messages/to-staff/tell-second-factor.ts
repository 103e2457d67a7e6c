import { eq } from 'drizzle-orm'
import { staff } from '@/db/schema/index'
import { renderEmail } from '@/emails/render'
import { secondFactorEmail } from '@/emails/to-staff/second-factor'
import type { JobPayload } from '@/lib/jobs/define-job'
import type { Context } from '@/lib/kernel/context'
import { mailFooter } from '@/lib/mailer/footer'
import { sendMail } from '@/lib/mailer/send'
import type { tellFactorJob } from '@/lib/staff/jobs'

/** Mails somebody that a member's second factor was changed, if both are still on the team. */
export async function tellSecondFactor(
  ctx: Context,
  { staffId, toId, change, at }: JobPayload<typeof tellFactorJob>,
): Promise<void> {
  const emailOf = async (id: string) =>
    (await ctx.db.select({ email: staff.email }).from(staff).where(eq(staff.id, id)))[0]?.email
  const [email, to] = [await emailOf(staffId), await emailOf(toId)]
  if (!email || !to) return
  const message = secondFactorEmail({
    ...(await mailFooter(ctx)),
    change,
    email,
    isForOther: toId !== staffId,
    at: new Date(at),
    accountUrl: `${ctx.env.appUrl}/staff/account`,
  })
  await sendMail(ctx, { key: `second factor ${staffId} ${toId} ${change} ${at}`, to, ...(await renderEmail(message)) })
}
