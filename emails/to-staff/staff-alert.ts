import { button, list, paragraph } from '@/emails/_components/blocks'
import { timeAndDate } from '@/emails/_components/date'
import { type FooterProps, forTeam } from '@/emails/_components/footer'
import type { Notice } from '@/emails/_components/message'
import { mpTitle, plainLine } from '@/emails/_components/plain'

export type AlertFacts =
  | { kind: 'queue'; since: Date }
  | { kind: 'held'; letters: number; oldest: Date; reasons: readonly { letters: number; why: string }[] }
  | { kind: 'bounces'; sent: number; bounced: number }
  | { kind: 'mp-bounces'; mpName: string }
  | { kind: 'complaint' }
  | { kind: 'purge' }
  | { kind: 'blocked'; domain: string; said: string; held: number }
  | { kind: 'blocked-writers'; said: string; many: number }

export type StaffAlertProps = FooterProps & {
  lettersUrl: string
  keepingUrl: string
  seatUrl: string
  alert: AlertFacts
}

/** Tells an administrator that something about the letters needs a look. */
export function staffAlertEmail(props: StaffAlertProps): Notice {
  const { alert } = props
  const { subject, says, todo } = wordsOf(alert)
  const reasons =
    alert.kind === 'held' ? [list(...alert.reasons.map(({ letters, why }) => `${lettersOf(letters)}: ${why}`))] : []
  return {
    kind: 'notice',
    subject: plainLine(subject),
    preview: says,
    heading: subject,
    blocks: [paragraph(says), ...reasons, paragraph(todo), placeOf(props)],
    because: `You get this e-mail because you are an administrator of ${props.site}.`,
    footer: forTeam(props),
  }
}

function placeOf({ alert, lettersUrl, keepingUrl, seatUrl }: StaffAlertProps) {
  if (alert.kind === 'held') return button('Look at them', `${lettersUrl}?look=1`)
  if (alert.kind === 'mp-bounces') return button('Set the address', seatUrl)
  return alert.kind === 'purge' ? button('See the last purge', keepingUrl) : button('Open the letters', lettersUrl)
}

function wordsOf(alert: AlertFacts): { subject: string; says: string; todo: string } {
  switch (alert.kind) {
    case 'queue':
      return {
        subject: 'Letters have waited for more than an hour',
        says: `The oldest letter has waited since ${timeAndDate(alert.since)}, more than an hour of the time in which letters are sent.`,
        todo: 'See whether sending is paused, whether the mail service answers, and whether one MP simply gets more letters than may go to them in an hour.',
      }
    case 'held': {
      const one = alert.letters === 1
      return {
        subject: one
          ? 'A letter waits for a person to look at it'
          : `${lettersOf(alert.letters)} wait for a person to look at them`,
        says: `${one ? 'One letter is' : `${lettersOf(alert.letters)} are`} held until somebody on the team has looked. ${one ? 'It has' : 'The oldest has'} waited since ${timeAndDate(alert.oldest)}.`,
        todo: 'Open each, and release it, or let it fail with a reason. Until then it goes nowhere. If more are held, one e-mail tells of all that were held since this one.',
      }
    }
    case 'bounces':
      return {
        subject: 'More than 5% of the letters of a day came back',
        says: `In the last 24 hours the mail service took ${alert.sent} letters, and ${alert.bounced} came back.`,
        todo: 'Look at what the servers said. Many letters that come back hurt the good name of the sender’s address: pause sending if it goes on.',
      }
    case 'mp-bounces': {
      const mp = mpTitle(alert.mpName)
      return {
        subject: `Letters to ${mp} come back`,
        says: `Letters of three supporters to ${mp} came back for good within a week. Nothing was switched off.`,
        todo: 'Check the address, and set the right one on the page of their seat: it stays until the source itself changes. You can hold what still waits for this MP.',
      }
    }
    case 'blocked':
      return {
        subject: `Our mail is blocked by ${alert.domain}`,
        says: `The mail servers of ${alert.domain} take nothing from our sender. They said: “${plainLine(alert.said, 300)}” Nothing more is sent there, and ${alert.held === 1 ? 'one letter is' : `${alert.held} letters are`} held for such a block; none has failed.`,
        todo: 'Have the block lifted: look at the list that is named, at the records of the sender’s domain under Mail, and ask the mail service. Then press “Try again” on the page of the letters, and they go.',
      }
    case 'blocked-writers':
      return {
        subject: 'Mail to supporters is refused because of our sender',
        says: `In the last 24 hours ${alert.many === 1 ? 'one e-mail' : `${alert.many} e-mails`} to supporters came back, since the servers of their addresses take nothing from our sender. One said: “${plainLine(alert.said, 300)}”`,
        todo: 'Look at the list that is named, and at the records of the sender’s domain under Mail. No address was stopped for it; who did not get the link can ask for it again.',
      }
    case 'complaint':
      return {
        subject: 'A letter was reported as unwanted',
        says: 'In the last 24 hours a recipient has marked a letter as unwanted mail.',
        todo: 'Look at the letters marked as complained of, and speak to the office if it was an MP’s.',
      }
    case 'purge':
      return {
        subject: 'Not everything was erased in time',
        says: 'Something that supporters were promised would be erased by now is not. What else was due is erased, and it is tried again by itself.',
        todo: 'The page names what is left. Please tell whoever looks after the installation: its log says why.',
      }
  }
}

function lettersOf(count: number): string {
  return count === 1 ? '1 letter' : `${count.toLocaleString('en-GB')} letters`
}
