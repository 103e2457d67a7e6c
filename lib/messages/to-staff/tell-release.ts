import { renderEmail } from '@/emails/render'
import { newReleaseEmail } from '@/emails/to-staff/new-release'
import type { tellReleaseJob } from '@/lib/directory/jobs'
import type { JobPayload } from '@/lib/jobs/define-job'
import type { Context } from '@/lib/kernel/context'
import { mailFooter } from '@/lib/mailer/footer'
import { sendMail } from '@/lib/mailer/send'
import { adminEmail } from '@/lib/staff/team/tell-admins'

/** Mails one administrator, if they still are one, about a newer release of postcodes. */
export async function tellRelease(ctx: Context, told: JobPayload<typeof tellReleaseJob>): Promise<void> {
  const { staffId, name, trouble } = told
  const to = await adminEmail(ctx, staffId)
  if (!to) return
  const directoryUrl = `${ctx.env.appUrl}/staff/directory`
  const message = newReleaseEmail({ ...(await mailFooter(ctx)), name, trouble, directoryUrl })
  const key = `release ${name} ${trouble === null ? 'there' : 'trouble'} ${staffId}`
  await sendMail(ctx, { key, to, ...(await renderEmail(message)) })
}
