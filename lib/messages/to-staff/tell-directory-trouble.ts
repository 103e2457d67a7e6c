import { renderEmail } from '@/emails/render'
import { directoryTroubleEmail } from '@/emails/to-staff/directory-trouble'
import type { tellTroubleJob } from '@/lib/directory/jobs'
import type { JobPayload } from '@/lib/jobs/define-job'
import type { Context } from '@/lib/kernel/context'
import { mailFooter } from '@/lib/mailer/footer'
import { sendMail } from '@/lib/mailer/send'
import { adminEmail } from '@/lib/staff/team/tell-admins'

/** Mails one administrator, if they still are one, what is wrong with the directory. */
export async function tellDirectoryTrouble(ctx: Context, told: JobPayload<typeof tellTroubleJob>): Promise<void> {
  const { staffId, about, kind, words } = told
  const to = await adminEmail(ctx, staffId)
  if (!to) return
  const directoryUrl = `${ctx.env.appUrl}/staff/directory`
  const message = directoryTroubleEmail({ ...(await mailFooter(ctx)), kind, words, directoryUrl })
  await sendMail(ctx, { key: `${about} ${staffId}`, to, ...(await renderEmail(message)) })
}
