import type { HeldReason, LetterState } from '@/db/schema'

type Words = { title: string; lead: string }

/** Where the letter is, as its writer should hear it. */
export function stateWords(
  { state, heldReason }: { state: LetterState; heldReason: HeldReason | null },
  mp: string | null,
  constituency: string,
): Words {
  const to = mp ?? 'your MP'
  switch (state) {
    case 'unconfirmed':
      return {
        title: 'Your letter waits for you',
        lead: 'Open the link in the e-mail that we sent you and press the button: only then does it go.',
      }
    case 'queued':
    case 'sending':
      return {
        title: 'Your letter is on its way',
        lead: `It is confirmed and waits for its turn to go to ${to}. We send you a copy when it has gone.`,
      }
    case 'accepted':
      return {
        title: 'Your letter is sent',
        lead: `The mail service has taken it for ${to}. A copy is in your e-mail.`,
      }
    case 'delivered':
      return { title: 'Your letter has arrived', lead: `The mail service of ${to} has taken it in.` }
    case 'held':
      return heldWords(heldReason, to, constituency)
    case 'bounced':
      return {
        title: 'Your letter came back',
        lead: `The mail service of ${to} did not take it. We have written to you with the reason and your text.`,
      }
    case 'failed':
      return {
        title: 'Your letter could not be delivered',
        lead: 'We tried for a week. We have written to you with the reason and your text.',
      }
    case 'expired':
      return {
        title: 'This letter was not confirmed',
        lead: 'It was not confirmed within seven days, so it was not sent.',
      }
    case 'withdrawn':
      return { title: 'This letter was withdrawn', lead: 'It was erased at its writer’s request.' }
  }
}

function heldWords(reason: HeldReason | null, to: string, constituency: string): Words {
  switch (reason) {
    case 'no-email':
      return {
        title: 'Your letter is ready to post',
        lead: `You are counted. ${to} gives no e-mail address, so print the letter, sign it and post it to the House of Commons, London SW1A 0AA.`,
      }
    case 'dissolved':
      return {
        title: 'Your letter is kept for the next MP',
        lead: 'Parliament is dissolved, so there are no MPs until the general election. Your letter goes to whoever is elected, and we tell you when.',
      }
    case 'staff':
    case 'abuse':
      return {
        title: 'Someone will look at your letter',
        lead: 'It is held until a member of the team has read it. We tell you what becomes of it.',
      }
    case 'unsettled':
      return {
        title: 'We do not know yet whether your letter was sent',
        lead: 'The mail service broke off while it took it. A member of the team finds out before it is sent again, so that your MP does not get it twice.',
      }
    default:
      return {
        title: 'Your letter is kept for the next MP',
        lead: `You are counted. The seat of ${constituency} is vacant: your letter goes as soon as there is an MP, and we tell you when.`,
      }
  }
}

/** One line of the letter's history. */
export function historyWords(state: LetterState, reason: string | null): string {
  if (reason === 'own-post') return 'Sent by yourself, by post'
  if (reason === 'own-e-mail') return 'Sent by yourself, by e-mail'
  if (state === 'held') return heldHistory[reason ?? ''] ?? 'Held'
  if (reason === 'complained') return 'Reported as unwanted by whoever got it'
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
    failed: 'Could not be delivered',
    withdrawn: 'Withdrawn',
  }[state]
}

const queuedHistory: Record<string, string> = {
  'has-mp': 'There is an MP: released, and queued',
  released: 'Looked at, and queued',
  'sent-again': 'To be sent again',
  'mailbox-full': 'Came back, since the mailbox was full: tried again',
  'soft-bounce': 'Came back for now: tried again',
}

const heldHistory: Record<string, string> = {
  vacant: 'Held: the seat is vacant',
  dissolved: 'Held: Parliament is dissolved',
  'no-email': 'Held: the MP has no e-mail address',
  unsettled: 'Held: it is not known whether it was sent',
}
