import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { supporters } from '@/db/schema/index'
import { renderEmail } from '@/emails/render'
import { myDataLinkEmail } from '@/emails/to-writer/my-data-link'
import { defineJob } from '@/lib/jobs/define-job'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Context } from '@/lib/kernel/context'
import { rowId } from '@/lib/kernel/id'
import { makeLink } from '@/lib/kernel/secrets/tokens'
import { DAY } from '@/lib/kernel/time/durations'
import { addressOf } from '@/lib/letters/link-addresses'
import { mailFooter } from '@/lib/mailer/footer'
import { mailToStranger } from '@/lib/mailer/mailbox-allowance'
import { sendMail } from '@/lib/mailer/send'
import { openPerson } from '@/lib/supporters/open-person'

const WORKS_DAYS = 1

/** Mails a person the link to their own data; where their mailbox has had what it may get, when there is room again. */
export async function sendMyDataLink(ctx: Context, supporterId: string): Promise<void> {
  const [row] = await ctx.db.select().from(supporters).where(eq(supporters.id, supporterId))
  const person = row && openPerson(row)
  if (!person || !row.emailHash) return
  const { emailHash } = row
  const mailed = await mailToStranger(ctx, person.email, async () => {
    const token = await makeLink(ctx, 'my-data', { emailHash }, WORKS_DAYS)
    const message = myDataLinkEmail({
      ...(await mailFooter(ctx)),
      email: person.email,
      myDataUrl: addressOf(ctx).myData(token),
      expires: new Date(ctx.now().getTime() + WORKS_DAYS * DAY),
    })
    await sendMail(ctx, { key: `my data ${token}`, to: person.email, ...(await renderEmail(message)) })
    return true
  })
  if (mailed.outcome !== 'full') return
  await enqueue(ctx, sendMyDataLinkJob, { supporterId }, { key: `my data ${supporterId} waits`, runAt: mailed.again })
}

export const sendMyDataLinkJob = defineJob(
  'send-my-data-link',
  z.object({ supporterId: rowId }),
  (ctx, { supporterId }) => sendMyDataLink(ctx, supporterId),
)
