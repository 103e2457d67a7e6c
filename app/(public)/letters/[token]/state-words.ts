import type { LastStage } from '@/components/letter/stages'
import type { HeldReason, LetterState } from '@/db/schema/index'
import type { LetterFate } from '@/lib/content/texts-by-fate'
import { noAddressWords } from '@/lib/directory/address-awaited'
import { longDate } from '@/lib/kernel/text'
import type { WriterMail } from '@/lib/letters/writer-mail-status'
import { CONFIRM_LINK_LIFE } from '@/lib/settings/confirm-link-days'

type Words = {
  title: string
  lead: string
  /** What the marker's last step says. */
  stage: LastStage
}

type Standing = {
  state: LetterState
  /** The letter that this one chases, if it is a second one. */
  chases: string | null
  heldReason: HeldReason | null
  /** When staff marked it as not genuine. */
  notGenuineAt?: Date | null
  acceptedAt: Date | null
  /** When its writer said that they have sent it. */
  sentByWriterAt?: Date | null
  /** When its writer was sent their copy. */
  copiedAt: Date | null
  mail: WriterMail
  /** Until when an e-mail address of its MP is waited for, where none is listed, and since when there is none where one was. */
  addressAwaitedUntil?: Date | null
  addressGoneAt?: Date | null
}
type Row = { state: LetterState; reason: string | null }

const NOT_GENUINE: Words = {
  stage: { label: 'Not sent', open: true },
  title: 'Your letter is not being sent',
  lead: 'Somebody of the team has taken it for one that no real person wrote. If it is yours, tell whoever runs this site, who stands at the foot of this page: it can be brought back.',
}

/** Where the letter is, as its writer should hear it: what was done with it, and nothing that was not. */
export function stateWords(letter: Standing, history: readonly Row[], mp: string | null, constituency: string): Words {
  const words = wordsOf(letter, history, mp, constituency)
  return letter.chases
    ? { ...words, title: words.title.replace(/\b([Yy]our|This) letter\b/, '$1 second letter') }
    : words
}

function wordsOf(letter: Standing, history: readonly Row[], mp: string | null, constituency: string): Words {
  const { state, heldReason, acceptedAt, sentByWriterAt } = letter
  const to = mp ?? 'your MP'
  if (letter.notGenuineAt && ['unconfirmed', 'queued', 'sending', 'held'].includes(state)) return NOT_GENUINE
  switch (state) {
    case 'unconfirmed':
      return {
        stage: { label: 'Sent' },
        title: 'Your letter waits for you',
        lead: 'Open the link in the e-mail that we sent you and press the button: nothing is done with it before.',
      }
    case 'queued':
    case 'sending':
      return {
        stage: { label: 'On its way', open: true },
        title: 'Your letter is on its way',
        lead: `${queuedWords(letter, history, to)}${copyWords(letter)}`,
      }
    case 'accepted':
      return {
        stage: { label: 'Sent' },
        title: 'Your letter is sent',
        lead: `Our mail service has taken your letter to ${to}.${letter.copiedAt ? ' A copy is in your e-mail.' : ''}`,
      }
    case 'delivered':
      return {
        stage: { label: 'Arrived' },
        title: 'Your letter has arrived',
        lead: `The mail service of ${to} has taken your letter in.`,
      }
    case 'held':
      return heldWords(heldReason, to, constituency, letter)
    case 'bounced':
      return bouncedWords(lastReason(history, ['bounced']), to, written(letter))
    case 'by-writer':
      return {
        stage: { label: 'Sent by you' },
        title: 'You have sent your letter yourself',
        lead: `You told us so${sentByWriterAt ? ` on ${longDate(sentByWriterAt)}` : ''}. It is counted, apart from the letters that we send, and there is nothing more for us to send.`,
      }
    case 'failed': {
      const reason = lastReason(history, ['failed'])
      if (reason?.startsWith('waited-')) return waitedWords(reason, written(letter), constituency)
      return {
        stage: { label: reason === 'staff' ? 'Stopped' : 'Not delivered', open: true },
        title: reason === 'staff' ? 'Your letter was stopped' : 'Your letter could not be delivered',
        lead: `${failedWords(reason, acceptedAt !== null, to)}${written(letter)}`,
      }
    }
    case 'expired':
      return {
        stage: { label: 'Not sent', open: true },
        title: 'This letter was not confirmed',
        lead: `It was not confirmed within ${CONFIRM_LINK_LIFE}, so it was not sent.`,
      }
    case 'withdrawn':
      return {
        stage: { label: 'Withdrawn', open: true },
        title: 'This letter was withdrawn',
        lead: 'It was erased at its writer’s request.',
      }
  }
}

/** Only where it was done: a mail to its writer may have been stopped, or may not have gone yet. */
function written({ mail }: Standing): string {
  return mail.toldOfEnd ? ' We have written to you with the reason and your text.' : ''
}

function copyWords({ copiedAt, mail }: Standing): string {
  if (copiedAt) return ' You have had your copy.'
  return mail.stopped ? ` ${NO_MAIL}` : ' We send you a copy when it has gone.'
}

const NO_MAIL = 'No e-mail of ours goes to your address any more: this page shows what becomes of it.'

function queuedWords({ state, acceptedAt }: Standing, history: readonly Row[], to: string): string {
  if (state === 'sending') return `Your letter is being sent to ${to}.`
  const reason = lastReason(history, ['queued'])
  if (reason === 'mailbox-full') return `The mailbox of ${to} was full, so your letter goes once more, a day later.`
  if (reason === 'sent-again' || acceptedAt)
    return `A member of the team has your letter sent again: it waits for its turn to go to ${to}.`
  return `Your letter is confirmed and waits for its turn to go to ${to}.`
}

function bouncedWords(reason: string | null, to: string, told: string): Words {
  const stage = { label: reason === 'suppressed' ? 'Not delivered' : 'Came back', open: true }
  switch (reason) {
    case 'suppressed':
      return {
        stage,
        title: 'Your letter did not arrive',
        lead: `The service that sends our mail did not try to deliver your letter, since mail to the address of ${to} had come back before.${told}`,
      }
    case 'mailbox-full':
      return { stage, title: 'Your letter came back', lead: `The mailbox of ${to} is full.${told}` }
    default:
      return {
        stage,
        title: 'Your letter came back',
        lead: `The mail service of ${to} did not keep your letter.${told}`,
      }
  }
}

function waitedWords(reason: string, told: string, constituency: string): Words {
  const lead = 'Your letter has waited for as long as a letter may.'
  switch (reason) {
    case 'waited-unsettled':
      return {
        stage: { label: 'Not known', open: true },
        title: 'We could not find out whether your letter was sent',
        lead: `${lead} It is not sent again, so that your MP does not get it twice.${told}`,
      }
    case 'waited-vacant':
    case 'waited-dissolved':
      return {
        stage: { label: 'Not sent', open: true },
        title: 'Your letter was not sent',
        lead: `There was no MP for ${constituency} to send it to, and it has waited for as long as a letter may.${told}`,
      }
    case 'waited-returned':
      return {
        stage: { label: 'Came back', open: true },
        title: 'Your letter came back',
        lead: `${lead} It is not sent again.${told}`,
      }
    default:
      return { stage: { label: 'Not sent', open: true }, title: 'Your letter was not sent', lead: `${lead}${told}` }
  }
}

function failedWords(reason: string | null, wasTaken: boolean, to: string): string {
  switch (reason) {
    case 'gave-up':
      return `We tried for a week to send your letter to ${to}, and it could not be sent.`
    case 'staff':
      return wasTaken
        ? 'Your letter was sent and came back, and a member of the team has ended it: it is not sent again.'
        : 'A member of the team has stopped your letter: it is not sent.'
    default:
      return `The mail service refused your letter to ${to}.`
  }
}

/** Whether a letter that the mail service took was tried as well: it holds back what it has seen come back before. */
export function wasTried(history: readonly Row[]): boolean {
  return lastReason(history, ['bounced']) !== 'suppressed'
}

/** Rows that say what was heard or told of a letter, and not how it moved. */
const asides = ['noted', 'complained', 'own-post', 'own-e-mail']

function lastReason(history: readonly Row[], states: LetterState[]): string | null {
  const moves = history.filter(({ state, reason }) => states.includes(state) && !asides.includes(reason ?? ''))
  return moves.at(-1)?.reason ?? null
}

function heldWords(
  reason: HeldReason | null,
  to: string,
  constituency: string,
  { mail: { stopped }, addressAwaitedUntil, addressGoneAt = null }: Standing,
): Words {
  const when = stopped ? `. ${NO_MAIL}` : ', and we tell you when.'
  const what = stopped ? NO_MAIL : 'We tell you what becomes of it.'
  switch (reason) {
    case 'no-address-yet': {
      const by = addressAwaitedUntil ? `by ${longDate(addressAwaitedUntil)}` : 'in a few days'
      return {
        stage: { label: 'Kept', open: true },
        title: 'Your letter waits for an e-mail address',
        lead: `You are counted. ${noAddressWords({ name: to, addressGoneAt }, constituency)} Your letter goes as soon as there is one. If there is none ${by}, it is laid out here for you to print and post. ${stopped ? NO_MAIL : 'We tell you either way.'}`,
      }
    }
    case 'no-email':
      return {
        stage: { label: 'Ready to post', open: true },
        title: 'Your letter is ready to post',
        lead: `You are counted. We have no e-mail address for ${to}, so print the letter, sign it and post it to the House of Commons, London SW1A 0AA. Tell us when you have: until then it goes by e-mail as soon as an address is listed.`,
      }
    case 'dissolved':
      return {
        stage: { label: 'Kept', open: true },
        title: 'Your letter is kept for the next MP',
        lead: `Parliament is dissolved, so there are no MPs until the general election. Your letter goes to whoever is elected${when}`,
      }
    case 'staff':
    case 'abuse':
      return {
        stage: { label: 'Looked at first', open: true },
        title: 'Someone will look at your letter',
        lead: `Your letter is held until a member of the team has read it. ${what}`,
      }
    case 'unsettled':
      return {
        stage: { label: 'Being looked into', open: true },
        title: 'We do not know yet whether your letter was sent',
        lead: 'The mail service broke off while it took your letter. A member of the team finds out before it is sent again, so that your MP does not get it twice.',
      }
    case 'returned':
      return {
        stage: { label: 'Being looked into', open: true },
        title: 'Your letter was sent, and may not have arrived',
        lead: `Your letter went out, and then the mail service reported a fault with it that need not be for good. A member of the team looks at that before anything is sent again, so that ${to} does not get it twice.`,
      }
    case 'blocked':
      return {
        stage: { label: 'Waits', open: true },
        title: 'Your letter waits',
        lead: `The mail servers of ${to} take no e-mail from this site at present, whoever has written it. We keep your letter, and it is sent when it can be: there is nothing for you to do.`,
      }
    default:
      return {
        stage: { label: 'Kept', open: true },
        title: 'Your letter is kept for the next MP',
        lead: `You are counted. The seat of ${constituency} is vacant: your letter goes as soon as there is an MP${when}`,
      }
  }
}

/** What can be said of a letter in the campaign's own words; `null` where it is looked at, came back or ended. */
export function fateOf({ state, heldReason, notGenuineAt }: Standing): LetterFate | null {
  if (notGenuineAt) return null
  if (state === 'held') return heldReason ? heldFates[heldReason] : null
  return ['queued', 'sending', 'accepted', 'delivered'].includes(state) ? 'going' : null
}

const heldFates: Record<HeldReason, LetterFate | null> = {
  vacant: 'kept',
  dissolved: 'kept',
  'no-address-yet': 'awaited',
  'no-email': 'to-post',
  staff: null,
  abuse: null,
  unsettled: null,
  returned: null,
  blocked: null,
}

/** What of the history its writer is shown: how it moved, and not each report that changed nothing. */
export function shownHistory<Each extends Row>(history: readonly Each[]): Each[] {
  return history.filter(({ reason }) => reason !== 'noted')
}

/** One line of the letter's history. */
export function historyWords(state: LetterState, reason: string | null): string {
  if (reason === 'own-post') return 'Sent by yourself, by post'
  if (reason === 'own-e-mail') return 'Sent by yourself, by e-mail'
  if (state === 'held') return heldHistory[reason ?? ''] ?? 'Held'
  if (reason === 'complained') return 'Reported as unwanted by whoever got it'
  if (reason?.startsWith('waited-')) return 'It has waited for as long as a letter may: not sent any more'
  if (state === 'bounced' && reason === 'suppressed') return 'Not tried: mail to that address came back before'
  const again = state === 'queued' && queuedHistory[reason ?? '']
  if (again) return again
  return {
    unconfirmed: 'Written',
    queued: 'Confirmed, and queued',
    sending: 'Being sent',
    accepted: 'Accepted by the mail service',
    delivered: 'Delivered',
    expired: 'Not confirmed in time',
    bounced: 'Came back',
    failed: reason === 'staff' ? 'Ended by the team' : 'Could not be delivered',
    'by-writer': 'Sent by yourself',
    withdrawn: 'Withdrawn',
  }[state]
}

const queuedHistory: Record<string, string> = {
  'has-mp': 'There is an MP: released, and queued',
  'has-address': 'There is an e-mail address: released, and queued',
  released: 'Looked at, and queued',
  'sent-again': 'To be sent again',
  'mailbox-full': 'Came back, since the mailbox was full: it goes once more',
  unblocked: 'To be tried again, and queued',
  'soft-bounce': 'Came back for now: tried again',
}

const heldHistory: Record<string, string> = {
  vacant: 'Held: the seat is vacant',
  dissolved: 'Held: Parliament is dissolved',
  'no-address-yet': 'Held: no e-mail address of the MP is listed just now',
  'no-email': 'Held: we have no e-mail address for the MP',
  unsettled: 'Held: it is not known whether it was sent',
  returned: 'Held: the mail service reported a fault',
  blocked: 'Held: the MP’s mail servers take nothing from this site',
}
