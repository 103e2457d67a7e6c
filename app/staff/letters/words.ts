import type { AttemptOutcome, HeldReason, LetterState } from '@/db/schema/index'
import type { Stopped } from '@/lib/delivery/ledger/why-sending-stopped'
import type { Unchanged } from '@/lib/delivery/queue/preview-act'
import type { LetterAction } from '@/lib/delivery/queue/what-staff-can-do'
import { ownOf } from '@/lib/kernel/own-property'
import { letterStateWords } from '@/lib/letters/state-words'
import { heldWords } from '@/lib/letters/why-held'

/** What staff can do to letters, as a choice, and what it means for the writer. */
export const actionWords: Record<LetterAction, { label: string; hint: string }> = {
  hold: { label: 'Hold', hint: 'Not sent until it is released. The writer is told that somebody looks at it.' },
  release: { label: 'Release', hint: 'On its way again. The writer gets a copy when it is sent.' },
  'send-again': { label: 'Send again', hint: 'A new message, also where the first may have arrived.' },
  fail: {
    label: 'Fail',
    hint: 'Not sent at all. The writer gets their text back, and the reason as you write it below.',
  },
  'not-genuine': {
    label: 'Mark as not genuine',
    hint: 'Taken out of every figure and out of the queue; its writer gets no more mail about it. It can be brought back.',
  },
  genuine: {
    label: 'Bring back as genuine',
    hint: 'Counted again, and where it was: one that was waiting to be sent waits again.',
  },
}

export const doneWords: Record<string, string> = {
  hold: 'held',
  release: 'released',
  'send-again': 'to be sent again',
  fail: 'failed, and the writers are told',
  'not-genuine': 'marked as not genuine: sent no more, and counted nowhere',
  genuine: 'brought back, and counted again',
}

/** A letter's state in words. */
export function stateWords(state: LetterState, reason: HeldReason | null): string {
  const words = letterStateWords[state]
  return reason ? `${words}: ${heldWords[reason]}` : words
}

/** What came of one try to send a letter. */
export const outcomeWords: Record<AttemptOutcome, string> = {
  accepted: 'taken',
  later: 'to be tried again later',
  ours: 'refused, for a fault on our side',
  refused: 'refused',
  split: 'refused with others: each goes by itself',
  unsettled: 'nobody knows',
}

/** What the mail service told, and what that changed; as it is written where it has no words. */
const TOLD: Record<string, string> = {
  'email.sent': 'sent',
  'email.delivered': 'delivered',
  'email.delivery_delayed': 'delayed',
  'email.bounced': 'came back',
  'email.complained': 'reported as spam',
  'email.failed': 'failed',
  'email.suppressed': 'not tried: mail to that address had come back before',
  ...letterStateWords,
  complained: 'reported as spam',
  noted: 'written down alone',
}

export function toldWords(told: string): string {
  return ownOf(TOLD, told) ?? told
}

/** Why an action leaves a letter as it is, so that it can follow “3 letters:”. */
export function whyUnchanged(action: LetterAction, { state, heldReason, erased }: Unchanged): string {
  const ways = action === 'release' ? releaseWays : action === 'send-again' ? sendAgainWays : null
  const way = heldReason && ways?.[heldReason]
  if (way) return `${heldWords[heldReason]}; ${way}`
  const words = stateWords(state, heldReason)
  return ways && erased ? `${words}; the text is erased, and there is nothing to send` : words
}

const BY_THEMSELVES = 'they go by themselves once that is otherwise'
const releaseWays: Partial<Record<HeldReason, string>> = {
  vacant: BY_THEMSELVES,
  dissolved: BY_THEMSELVES,
  'no-address-yet': BY_THEMSELVES,
  'no-email': 'set one under Directory, and they go by themselves',
  unsettled: 'choose “Send again” for these, or “Fail”',
  blocked: '“Try again” at that domain lets them go',
}
const sendAgainWays: Partial<Record<HeldReason, string>> = {
  ...releaseWays,
  unsettled: 'the mail service is just being asked about them',
  staff: 'choose “Release” for these, or “Fail”',
  abuse: 'choose “Release” for these, or “Fail”',
}

/** Why no letter goes at present. */
export function stoppedWords({ why }: Stopped): string {
  switch (why) {
    case 'paused':
      return 'Stopped by staff.'
    case 'no-operator':
      return 'Stopped: no letter goes by a real mail service before the operator is named, under Settings.'
    case 'domain':
      return 'Stopped: the records of the sender’s domain are not in order. See Mail.'
    case 'hours':
      return 'Waiting for the hours in which letters are sent.'
    case 'rest':
      return 'The mail service asked to be left alone for a while.'
  }
}
