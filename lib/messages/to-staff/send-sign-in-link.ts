import { eq } from 'drizzle-orm'
import { staff } from '@/db/schema/index'
import { renderEmail } from '@/emails/render'
import { staffInvitationEmail } from '@/emails/to-staff/staff-invitation'
import { staffSignInEmail } from '@/emails/to-staff/staff-sign-in'
import { listCampaigns } from '@/lib/campaigns/list'
import type { Context } from '@/lib/kernel/context'
import { DAY, MINUTE } from '@/lib/kernel/time/durations'
import { mailFooter } from '@/lib/mailer/footer'
import { sendMail } from '@/lib/mailer/send'
import { lookupHash } from '@/lib/settings/lookup-hash'
import { limitedTo } from '@/lib/staff/own-campaigns'
import { signsInByLink } from '@/lib/staff/sign-in/may-use-links'
import { makeSignInLink } from '@/lib/staff/sign-in/sign-in-link'
import { memberName } from '@/lib/staff/team/member-name'

const ASKED_MINUTES = 60
const INVITED_MINUTES = DAY / MINUTE

type Asked = { staffId: string; invited: boolean; to?: string | undefined; byId?: string | undefined }

/** Mails a member of the team their way in: with a word of welcome where they were just invited. */
export async function sendSignInLink(ctx: Context, { staffId, invited, to = '', byId }: Asked): Promise<void> {
  const [member] = await ctx.db
    .select({ email: staff.email, role: staff.role, limitedTo })
    .from(staff)
    .where(eq(staff.id, staffId))
  if (!member) return
  const { email, role } = member
  const campaigns = invited && member.limitedTo ? await namesOf(ctx, member.limitedTo) : null
  const by = byId ? await memberName(ctx, byId) : null
  const signInPage = `${ctx.env.appUrl}/staff/sign-in`
  if (!(await signsInByLink(ctx, staffId))) {
    // Whoever only asks is told on the page which way in there is; an invitation leads there.
    if (!invited) return
    const message = staffInvitationEmail({
      ...(await mailFooter(ctx)),
      email,
      role,
      campaigns,
      signInPage,
      by,
      link: null,
    })
    const key = `invitation ${staffId} ${ctx.now().toISOString()}`
    await sendMail(ctx, { key, to: email, ...(await renderEmail(message)) })
    return
  }
  const link = await makeSignInLink(ctx, email, invited ? INVITED_MINUTES : ASKED_MINUTES, to)
  const props = { ...(await mailFooter(ctx)), email }
  const message = invited
    ? staffInvitationEmail({ ...props, role, campaigns, signInPage, by, link })
    : staffSignInEmail({ ...props, signInUrl: link.url, expires: link.expires })
  await sendMail(ctx, { key: `sign-in ${link.url}`, to: email, ...(await renderEmail(message)) })
}

async function namesOf(ctx: Context, ids: readonly string[]): Promise<string[]> {
  return (await listCampaigns(ctx)).filter(({ id }) => ids.includes(id)).map(({ name }) => name)
}

/** Mails a way in to the member of the team who has asked for it; for any other address nothing happens. */
export async function findToSignIn(ctx: Context, emailHash: string, to = ''): Promise<void> {
  for (const { id, email } of await ctx.db.select({ id: staff.id, email: staff.email }).from(staff)) {
    if ((await lookupHash(ctx, email)) !== emailHash) continue
    return sendSignInLink(ctx, { staffId: id, invited: false, to })
  }
}
