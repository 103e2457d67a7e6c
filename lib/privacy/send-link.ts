import { eq } from 'drizzle-orm'
import { supporters } from '@/db/schema'
import { myDataLinkEmail } from '@/emails/my-data-link'
import { renderEmail } from '@/emails/render'
import type { Context } from '../kernel/context'
import { makeLink } from '../kernel/tokens'
import { addressOf } from '../letters/addresses'
import { mailFooter } from '../mailer/footer'
import { sendMail } from '../mailer/send'
import { openPerson } from '../supporters/read'

const WORKS_DAYS = 1
const DAY = 24 * 60 * 60 * 1000

/** Mails a person the link to their own data. */
export async function sendMyDataLink(ctx: Context, supporterId: string): Promise<void> {
  const [row] = await ctx.db.select().from(supporters).where(eq(supporters.id, supporterId))
  const person = row && openPerson(row)
  if (!person || !row.emailHash) return
  const token = await makeLink(ctx, 'my-data', { emailHash: row.emailHash }, WORKS_DAYS)
  const message = myDataLinkEmail({
    ...(await mailFooter(ctx)),
    email: person.email,
    myDataUrl: addressOf.myData(token),
    expires: new Date(ctx.now().getTime() + WORKS_DAYS * DAY),
  })
  await sendMail({ key: `my data ${token}`, to: person.email, ...(await renderEmail(message)) })
}
