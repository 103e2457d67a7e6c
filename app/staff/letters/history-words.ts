import type { LetterState } from '@/db/schema/index'
import { ownOf } from '@/lib/kernel/own-property'
import { HELD_BY_TEAM } from '@/lib/letters/held-for-person'
import { heldWords } from '@/lib/letters/why-held'

const WAITED = 'waited-'

const REASONS: Record<string, string> = {
  ...heldWords,
  [HELD_BY_TEAM]: 'by a member of the team',
  released: 'released by the team',
  'sent-again': 'to be sent again, by the team',
  'not-genuine': 'marked as not genuine by the team',
  genuine: 'brought back as genuine by the team',
  'has-mp': 'the seat has an MP now',
  'has-address': 'the MP has an address now',
  unblocked: 'the servers of the MP’s address are tried again',
  'mailbox-full': 'the MP’s mailbox is full',
  'hard-bounce': 'the MP’s mail service sent it back',
  suppressed: 'not tried: mail to that address had come back before',
  'gave-up': 'tried for a week in vain',
  refused: 'the mail service refused it',
  erased: 'its text is erased',
  noted: 'heard of it afterwards',
  complained: 'reported as spam',
  'own-post': 'its writer has posted it',
  'own-e-mail': 'its writer has e-mailed it',
  [`${WAITED}turn`]: 'waited for its turn as long as a letter may',
}

/** Why a letter came into a state, in words; as it is written down where it has none. */
export function reasonWords(state: LetterState, reason: string | null): string {
  if (reason === null) return ''
  if (reason === 'staff' && state === 'failed') return 'ended by the team'
  const waited = reason.startsWith(WAITED) && ownOf(heldWords, reason.slice(WAITED.length))
  return waited ? `waited as long as a letter may: ${waited}` : (ownOf(REASONS, reason) ?? reason)
}
