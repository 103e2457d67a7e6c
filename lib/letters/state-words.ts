import type { LetterState } from '@/db/schema/index'

/** How staff read a letter's state, in lists and alone. */
export const letterStateWords: Record<LetterState, string> = {
  unconfirmed: 'not confirmed',
  queued: 'waiting to be sent',
  sending: 'being sent',
  accepted: 'taken by the mail service',
  delivered: 'delivered',
  expired: 'waited too long',
  held: 'held',
  bounced: 'came back',
  failed: 'failed',
  'by-writer': 'sent by its writer',
  withdrawn: 'withdrawn',
}
