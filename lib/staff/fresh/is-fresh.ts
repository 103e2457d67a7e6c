import { MINUTE } from '@/lib/kernel/time/durations'
import type { Session } from '@/lib/staff/sign-in/sessions'

/** Minutes for which a proof of who somebody is counts, before what could do much harm. */
export const FRESH_MINUTES = 10

/** Whether the owner of a session has proven lately who they are. */
export function isFresh({ provenAt }: Pick<Session, 'provenAt'>, now: Date): boolean {
  return provenAt !== null && now.getTime() - provenAt.getTime() < FRESH_MINUTES * MINUTE
}
