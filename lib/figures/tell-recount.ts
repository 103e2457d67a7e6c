import { and, eq } from 'drizzle-orm'
import { staff } from '@/db/schema'
import { figuresDifferEmail } from '@/emails/figures-differ'
import { renderEmail } from '@/emails/render'
import type { Jobs } from '../jobs/enqueue'
import type { Context } from '../kernel/context'
import { mailFooter } from '../mailer/footer'
import { sendMail } from '../mailer/send'

/** Mails one administrator what the recount found. */
export async function tellRecount(ctx: Context, { staffId, ...found }: Jobs['tell-recount']): Promise<void> {
  const [admin] = await ctx.db
    .select({ email: staff.email })
    .from(staff)
    .where(and(eq(staff.id, staffId), eq(staff.role, 'admin')))
  if (!admin) return
  const message = figuresDifferEmail({
    ...(await mailFooter(ctx)),
    ...found,
  })
  const day = ctx.now().toISOString().slice(0, 10)
  await sendMail({ key: `recount ${day} ${staffId}`, to: admin.email, ...(await renderEmail(message)) })
}
