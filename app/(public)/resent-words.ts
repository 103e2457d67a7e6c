import { timeAndDate } from '@/lib/kernel/text'
import { EMAIL_CHANGES_MOST } from '@/lib/letters/confirming/change-email'
import type { Resent } from '@/lib/letters/confirming/send-confirmation-again'
import type { Lateness } from '@/lib/messages/to-writer/confirmations-late'
import { whyMailIsLate } from './when-mail-is-there'

type Words = { look: 'done' | 'info'; heading: string; text: string }
/** What came of asking for the e-mail again, or of giving another address. */
export type Said = Resent | 'often' | 'changed' | 'changes-spent'

/** What the page says after that: true whatever has become of the letter, which it does not tell. */
export function resentWords(outcome: Said, retryAt: Date | null, late: Lateness): Words {
  switch (outcome) {
    case 'often':
      return {
        look: 'info',
        heading: 'No e-mail was sent',
        text: `Too many were asked for from your connection, which others may share, or for this address. ${retryAt ? `You can ask again after ${timeAndDate(retryAt)}.` : 'Try again later.'}`,
      }
    case 'asked':
      return {
        look: 'done',
        heading: 'If the letter still waits to be confirmed, we have sent it again',
        text: `${whyMailIsLate(late) ?? 'It should be there in a minute or two.'} If the address has had what it may get for now, look for the e-mail that is there already.`,
      }
    case 'changed':
      return {
        look: 'done',
        heading: 'If the letter still waits to be confirmed, it has the new address now',
        text: 'A new link is on its way there. The links that we sent before do not work any more.',
      }
    case 'changes-spent':
      return {
        look: 'info',
        heading: 'The address was not changed',
        text: `It can be changed ${EMAIL_CHANGES_MOST} times. To use yet another address, write the letter again.`,
      }
    case 'waits':
      return {
        look: 'info',
        heading: 'The first one is still to go',
        text: 'It goes by itself at the time below. It can be sent again only after that.',
      }
    case 'spent':
      return {
        look: 'info',
        heading: 'You have asked for it five times already',
        text: 'If none arrived, look in your spam or junk folder, and see whether the address below is right. You can change it: the link then goes to the new address.',
      }
    default:
      return {
        look: 'info',
        heading: 'One moment',
        text: 'Less than a minute has passed since the last one was asked for. Please wait a minute before you ask for another.',
      }
  }
}
