import { timeAndDate } from '@/lib/kernel/text'
import type { Resent } from '@/lib/letters/confirming/send-confirmation-again'

type Words = { look: 'done' | 'info'; heading: string; text: string }

/** What the page says after "Send the e-mail again": true whatever has become of the letter, which it does not tell. */
export function resentWords(outcome: Resent | 'often', retryAt: Date | null): Words {
  switch (outcome) {
    case 'often':
      return {
        look: 'info',
        heading: 'It was not sent again',
        text: `Too many e-mails were asked for from your connection, which others may share. ${retryAt ? `You can ask again after ${timeAndDate(retryAt)}.` : 'Try again later.'}`,
      }
    case 'asked':
      return {
        look: 'done',
        heading: 'If the letter still waits to be confirmed, we have sent it again',
        text: 'It should be there in a minute or two. If the address has had what it may get for now, look for the e-mail that is there already.',
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
        text: 'If none arrived, the address may be wrong: write your letter again with another one.',
      }
    default:
      return {
        look: 'info',
        heading: 'One moment',
        text: 'Less than a minute has passed since the last one was asked for. Please wait a minute before you ask for another.',
      }
  }
}
