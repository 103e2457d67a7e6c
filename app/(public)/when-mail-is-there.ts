import type { Lateness } from '@/lib/messages/to-writer/confirmations-late'

/** What is less late than this is what the usual words say. */
const LATE_MINUTES = 3

/** Why an e-mail with a link takes longer than usual, in one sentence; `null` where none does. */
export function whyMailIsLate({ minutes, isRefused }: Lateness): string | null {
  if (minutes < LATE_MINUTES) return null
  return isRefused
    ? `Our e-mails with a link have not been going out for ${minutes} minutes: yours goes by itself as soon as they do.`
    : `E-mails wait for their turn just now: it can take ${minutes} minutes or more.`
}
