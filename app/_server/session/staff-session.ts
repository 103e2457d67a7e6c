import { currentExchange } from '@/app/_server/exchange'
import { contextFor } from '@/lib/mailer/process-context'
import { findSession, type Session } from '@/lib/staff/sign-in/sessions'
import { staffToken } from './staff-cookie'

/** The session of whoever asks, if they are signed in: looked up at each request, by pages, forms and routes alike. */
export async function currentSession(): Promise<Session | null> {
  const token = staffToken(currentExchange().cookies)
  return token === null ? null : findSession(contextFor({ kind: 'system' }), token)
}
