import 'server-only'
import { redirect } from 'next/navigation'
import { type Context, contextFor } from '@/lib/kernel/context'
import { allowed, type StaffVerb } from '@/lib/staff/roles'
import type { Member } from '@/lib/staff/sessions'
import { auth } from './auth'
import { answerWith } from './request'

/** Who is signed in, and the context in which they act. */
export type Staff = { ctx: Context; member: Member }

/** Who is signed in, if anyone is. */
export async function signedIn(): Promise<Member | null> {
  const session = await auth()
  return session?.user ?? null
}

/**
 * The guard of every staff page: leads to the sign-in whoever is signed out. Gives who is allowed the
 * verb, and whoever is not, having answered 403.
 */
export async function staffContext(verb: StaffVerb): Promise<Staff | { refused: Member }> {
  const member = await signedIn()
  if (!member) redirect('/staff/sign-in')
  if (!allowed(member.role, verb)) {
    answerWith(403)
    return { refused: member }
  }
  return { member, ctx: contextFor({ kind: 'staff', id: member.id, role: member.role }) }
}
