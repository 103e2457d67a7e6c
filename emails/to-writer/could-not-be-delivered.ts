import { address, button, facts, heading, letterSheet, link, paragraph } from '@/emails/_components/blocks'
import { longDate } from '@/emails/_components/date'
import type { FooterProps } from '@/emails/_components/footer'
import type { Notice } from '@/emails/_components/message'
import { greeting, mpTitle, plainLine, shortSubject } from '@/emails/_components/plain'
import type { SentLetter } from '@/emails/_components/sent-letter'
import { saidIn, type WordsProps } from './said-in'

const REASONS = {
  'no-such-address': 'The mail service of the MP’s address answered that there is no such mailbox.',
  'mailbox-full': 'The mail service of the MP’s address answered that the mailbox is full.',
  suppressed:
    'The service that sends our mail did not try to deliver your letter, since mail to the MP’s address had come back before. It never reached the MP’s own mail service.',
  refused: 'The mail service of the MP’s address refused the letter.',
  'gave-up': 'The mail service of the MP’s address did not take the letter, although we tried again for a week.',
  staff: 'A person of our team has stopped the letter: it is not sent.',
  'staff-after-sending':
    'Your letter was sent, came back, and a person of our team has ended it: it is not sent again.',
  unknown: 'The letter came back, and we were given no reason that says more.',
}

export type UndeliveredReason = keyof typeof REASONS

export type CouldNotBeDeliveredProps = FooterProps &
  WordsProps & {
    mpName: string
    constituency: string
    reason: UndeliveredReason
    /** The mail service's own words, where it gave any. */
    serverSaid: string | null
    letter: SentLetter
    triedAt: Date
    printUrl: string
    statusUrl: string
    myDataUrl: string
  }

/** Where it was not tried, the date is that of the decision. */
const UNTRIED: UndeliveredReason[] = ['suppressed', 'staff']

/** Says why a letter did not arrive, gives its text back, and says what still can be done. */
export function couldNotBeDeliveredEmail(props: CouldNotBeDeliveredProps): Notice {
  const mp = mpTitle(props.mpName)
  const byStaff = props.reason === 'staff' || props.reason === 'staff-after-sending'
  // What our team has done is told in our words.
  const said = saidIn('undelivered', byStaff ? {} : props, {
    mp: props.mpName,
    constituency: props.constituency,
    name: props.letter.name,
  })
  const head = headOf(props.reason, mp)
  return {
    kind: 'notice',
    ...head,
    subject: said.subject(head.subject),
    preview: 'Why, your text, and how to send it by post.',
    blocks: said.withClosing([
      paragraph(greeting(props.letter.name)),
      ...said.opening,
      paragraph(byStaff ? REASONS[props.reason] : `${REASONS[props.reason]} You did nothing wrong.`),
      facts({
        To: mp,
        Constituency: props.constituency,
        [UNTRIED.includes(props.reason) ? 'On' : 'Tried']: longDate(props.triedAt),
        [byStaff ? 'Why' : 'The answer']: props.serverSaid && plainLine(props.serverSaid, 300),
        Subject: props.letter.subject,
      }),
      heading('What you can do'),
      paragraph('Print your letter, sign it, and post it to:'),
      address(mp, 'House of Commons', 'London', 'SW1A 0AA'),
      button('Open your letter to print', props.printUrl),
      link('See what happened to your letter', props.statusUrl),
      paragraph('This is your text:'),
      letterSheet(props.letter),
      link('Get a copy of your data, or have it erased', props.myDataUrl),
    ]),
    because: 'You get this e-mail because you confirmed a letter to your MP.',
    footer: props,
  }
}

function headOf(reason: UndeliveredReason, mp: string): Pick<Notice, 'subject' | 'heading'> {
  switch (reason) {
    case 'staff':
      return {
        subject: shortSubject(`Your letter to ${mp} is not sent`, 'Your letter to your MP is not sent'),
        heading: `Your letter to ${mp} was stopped`,
      }
    case 'staff-after-sending':
      return {
        subject: shortSubject(`Your letter to ${mp} came back`, 'Your letter to your MP came back'),
        heading: `Your letter to ${mp} came back, and is not sent again`,
      }
    default:
      return {
        subject: shortSubject(`Your letter to ${mp} did not arrive`, 'Your letter to your MP did not arrive'),
        heading: `Your letter to ${mp} could not be delivered`,
      }
  }
}
