import '@/lib/kernel/node-env'
import type { Context } from '@/lib/kernel/context'
import { timeAndDate } from '@/lib/kernel/text'
import { DAY, MINUTE } from '@/lib/kernel/time/durations'
import { type Invitation, invitation } from '@/lib/staff/input'
import { signsInByLink } from '@/lib/staff/sign-in/may-use-links'
import { makeSignInLink } from '@/lib/staff/sign-in/sign-in-link'
import { type Invited, inviteStaff } from '@/lib/staff/team/invite'
import { setRole } from '@/lib/staff/team/set-role'
import { parsedArguments } from './arguments'
import { runCommand, WrongUsage } from './run-command'
import { withDatabase } from './with-database'

const USAGE = `Usage:
  npm run staff -- invite EMAIL --role admin|editor|campaigner`
const LINK_MINUTES = DAY / MINUTE

async function staff(args: string[]): Promise<void> {
  const { words, options } = parsedArguments(args, ['role'], USAGE)
  const [verb, email, ...more] = words
  const invited = invitation.safeParse({ email, role: options.role })
  if (verb !== 'invite' || more.length > 0) throw new WrongUsage(USAGE)
  if (!invited.success) throw new WrongUsage(`${invited.error.issues[0]?.message}.\n${USAGE}`)
  await withDatabase((ctx) => invite(ctx, invited.data))
}

async function invite(ctx: Context, { email, role }: Invitation): Promise<void> {
  const known = await inviteStaff(ctx, { email, role })
  if (known.role !== role) await setRole(ctx, { id: known.id, role })
  process.stdout.write(`${[outcome(known, { email, role }), ...(await wayIn(ctx, known.id, email))].join('\n')}\n`)
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
