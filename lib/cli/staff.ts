import '@/lib/kernel/node-env'
import { inviteToWorkOn, limitMember } from '@/lib/campaigns/limit-member'
import { listCampaigns } from '@/lib/campaigns/list'
import type { Context } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { timeAndDate } from '@/lib/kernel/text'
import { DAY, MINUTE } from '@/lib/kernel/time/durations'
import { type Invitation, invitation } from '@/lib/staff/input'
import { signsInByLink } from '@/lib/staff/sign-in/may-use-links'
import { makeSignInLink } from '@/lib/staff/sign-in/sign-in-link'
import type { Invited } from '@/lib/staff/team/invite'
import { setRole } from '@/lib/staff/team/set-role'
import { parsedArguments } from './arguments'
import { runCommand, WrongUsage } from './run-command'
import { withDatabase } from './with-database'

const USAGE = `Usage:
  npm run staff -- invite EMAIL --role admin|editor|campaigner [--campaign SLUG]...

With --campaign, once for each, they work on these campaigns alone.`
const LINK_MINUTES = DAY / MINUTE

async function staff(args: string[]): Promise<void> {
  const { words, options, lists } = parsedArguments(args, ['role'], USAGE, ['campaign'])
  const slugs = lists.campaign ?? []
  const [verb, email, ...more] = words
  const invited = invitation.safeParse({ email, role: options.role })
  if (verb !== 'invite' || more.length > 0) throw new WrongUsage(USAGE)
  if (!invited.success) throw new WrongUsage(`${invited.error.issues[0]?.message}.\n${USAGE}`)
  if (invited.data.role === 'admin' && slugs.length > 0)
    throw new WrongUsage(`An administrator works on all campaigns.\n${USAGE}`)
  await withDatabase((ctx) => invite(ctx, invited.data, slugs))
}

async function invite(ctx: Context, { email, role }: Invitation, slugs: string[]): Promise<void> {
  const worksOn = slugs.length > 0 ? await idsOf(ctx, slugs) : null
  const known = await inviteToWorkOn(ctx, { email, role }, worksOn)
  // Before a role that reaches further. Without the option somebody who is known works on what they did.
  if (known.outcome === 'known' && worksOn) await limitMember(ctx, { id: known.id, worksOn })
  if (known.role !== role) await setRole(ctx, { id: known.id, role })
  process.stdout.write(`${[outcome(known, { email, role }), ...(await wayIn(ctx, known.id, email))].join('\n')}\n`)
}

async function idsOf(ctx: Context, slugs: string[]): Promise<string[]> {
  const campaigns = await listCampaigns(ctx)
  return slugs.map((slug) => {
    const found = campaigns.find((campaign) => campaign.slug === slug)
    if (!found) throw new ExpectedFailure(`There is no campaign at /campaigns/${slug}. Nobody was invited.`)
    return found.id
  })
}

async function wayIn(ctx: Context, id: string, email: string): Promise<string[]> {
  if (!(await signsInByLink(ctx, id)))
    return ['They sign in with their organisation’s account:', `${ctx.env.appUrl}/staff/sign-in`]
  const { url, expires } = await makeSignInLink(ctx, email, LINK_MINUTES)
  return [`This signs them in, once, until ${timeAndDate(expires)}:`, url]
}

function outcome(known: Invited, { email, role }: Invitation): string {
  if (known.outcome === 'invited') return `${email} is invited as ${role}.`
  if (known.role !== role) return `${email} was on the team as ${known.role}, and is ${role} now.`
  return `${email} is on the team already, as ${role}.`
}

await runCommand(staff)
