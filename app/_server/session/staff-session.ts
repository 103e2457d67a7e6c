import { currentExchange } from '@/app/_server/exchange'
import type { Context } from '@/lib/kernel/context'
import { contextFor } from '@/lib/mailer/process-context'
import { type HalfSignedIn, halfSignedIn } from '@/lib/staff/second-factor/prove'
import { findSession, type Member, type Session } from '@/lib/staff/sign-in/sessions'
import { staffToken } from './staff-cookie'

/** The session of whoever asks, if they are signed in: looked up at each request, by pages, forms and routes alike. */
export async function currentSession(): Promise<Session | null> {
  const token = staffToken(currentExchange().cookies)
  return token === null ? null : findSession(contextFor({ kind: 'system' }), token)
}

/** The context in which a member acts. */
export function contextOf({ id, role, limitedTo }: Member): Context {
  return contextFor({ kind: 'staff', id, role, limitedTo })
}

/** The sign-in of whoever asks that waits for its second factor, if there is one. */
export async function halfSession(): Promise<HalfSignedIn | null> {
  const token = staffToken(currentExchange().cookies)
  return token === null ? null : halfSignedIn(contextFor({ kind: 'system' }), token)
}
