import 'server-only'
import { redirect } from 'next/navigation'
import { currentExchange } from '@/app/_server/exchange'
import { PARTS_PARAMETER } from '@/app/_server/next/next-internals'
import { answerWith } from '@/app/_server/request'
import type { StaffVerb } from '@/lib/audit/verbs'
import type { Context } from '@/lib/kernel/context'
import { allowed } from '@/lib/staff/roles'
import { signInTo } from '@/lib/staff/sign-in/page-after'
import type { Member, Session } from '@/lib/staff/sign-in/sessions'
import { mustSetUpFactor } from './must-set-up-factor'
import { contextOf, currentSession } from './staff-session'

/** Who is signed in, and the context in which they act. */
export type Staff = { ctx: Context; member: Member; session: Session }

/** Who is signed in, if anyone is. */
export async function signedIn(): Promise<Member | null> {
  return (await currentSession())?.member ?? null
}

/** Leads to the sign-in, and from there on to the page that was asked for. */
export function signInFirst(): never {
  const { path, query } = currentExchange()
  const asked = new URLSearchParams(query)
  asked.delete(PARTS_PARAMETER)
  redirect(signInTo(asked.size > 0 ? `${path}?${asked}` : path))
}

/**
 * The guard of every staff page: leads to the sign-in whoever is signed out. Gives who is allowed the
 * verb, and whoever is not, having answered 403.
 */
export async function staffContext(
  verb: StaffVerb,
  signIn: () => never = signInFirst,
): Promise<Staff | { refused: Session }> {
  const session = await currentSession()
  if (!session) signIn()
  const { member } = session
  if (!verb.startsWith('account.') && (await mustSetUpFactor(session))) redirect('/staff/account/second-factor')
  if (!allowed(member.role, verb)) {
    answerWith(403)
    return { refused: session }
  }
  return { member, session, ctx: contextOf(member) }
}
