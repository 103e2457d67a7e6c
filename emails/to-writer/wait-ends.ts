import { address, type Block, button, facts, heading, letterSheet, link, paragraph } from '@/emails/_components/blocks'
import { longDate } from '@/emails/_components/date'
import type { FooterProps } from '@/emails/_components/footer'
import type { Notice } from '@/emails/_components/message'
import { greeting, mpTitle, plainLine } from '@/emails/_components/plain'
import type { SentLetter } from '@/emails/_components/sent-letter'

/**
 * What a letter waits for: an MP, the MP's e-mail address, its writer, our team, to know whether it was sent, what to do
 * since it came back, the MP's servers to take our mail again, or its turn.
 */
export type WaitsFor = 'mp' | 'address' | 'writer' | 'staff' | 'certainty' | 'returned' | 'block' | 'turn'

export type WaitEndsProps = FooterProps & {
  /** `null` where nobody sits for the seat. */
  mpName: string | null
  constituency: string
  waitsFor: WaitsFor
  confirmedAt: Date
  /** When its waiting ends, or has ended. */
  endsAt: Date
  hasEnded: boolean
  /** When the text and the postal address are erased. */
  erasedAt: Date
  letter: SentLetter
  printUrl: string
  statusUrl: string
  myDataUrl: string
}

const SEE = 'See where your letter is'

/** Says that a letter will not wait much longer, or that its waiting has ended; gives its text, and what can be done. */
export function waitEndsEmail(props: WaitEndsProps): Notice {
  const subject = subjectOf(props)
  return {
    kind: 'notice',
    subject,
    preview: 'Why, your text, and what you can do.',
    heading: subject,
    blocks: [
      paragraph(greeting(props.letter.name)),
      paragraph(whyOf(props)),
      paragraph(endOf(props)),
      facts({
        Constituency: plainLine(props.constituency),
        Confirmed: longDate(props.confirmedAt),
        Subject: props.letter.subject,
      }),
      heading('What you can do'),
      ...todo(props),
      props.mpName ? link(SEE, props.statusUrl) : button(SEE, props.statusUrl),
      paragraph('This is your text:'),
      letterSheet(props.letter),
      link('Get a copy of your data, or have it erased', props.myDataUrl),
    ],
    because: 'You get this e-mail because you confirmed a letter to your MP.',
    footer: props,
  }
}

function subjectOf({ waitsFor, hasEnded }: WaitEndsProps): string {
  if (waitsFor === 'returned')
    return hasEnded
      ? 'Your letter came back, and is not sent again'
      : 'Your letter came back, and will not wait much longer'
  if (waitsFor === 'certainty') return 'We could not find out whether your letter was sent'
  if (waitsFor === 'writer')
    return hasEnded ? 'Have you posted your letter? Its text is erased soon' : 'Have you posted your letter?'
  return hasEnded ? 'Your letter was not sent' : 'Your letter still waits, and will not much longer'
}

function whyOf({ waitsFor, mpName, constituency, hasEnded }: WaitEndsProps): string {
  const to = mpName ? mpTitle(mpName) : `the MP for ${plainLine(constituency)}`
  switch (waitsFor) {
    case 'mp':
      return `Your letter ${hasEnded ? 'waited' : 'waits'} for an MP: there was nobody for ${plainLine(constituency)} to whom it could go.`
    case 'address':
      return `Your letter ${hasEnded ? 'waited' : 'waits'} for an e-mail address of ${to}: none is listed yet.`
    case 'writer':
      return `We have no e-mail address for ${to}, so we asked you to post your letter, and have not heard that you have.`
    case 'staff':
      return `Your letter to ${to} was stopped until a person of our team has looked at it, and nobody has let it go.`
    case 'certainty':
      return `The mail service broke off while it took your letter to ${to}. We do not know whether it was sent, and have not sent it again, so that it does not come twice.`
    case 'returned':
      return `Your letter to ${to} came back, and nobody of our team has had it sent again.`
    case 'block':
      return `The servers of the address of ${to} took no mail from us, so your letter has not got there.`
    case 'turn':
      return hasEnded
        ? `Your letter to ${to} did not get its turn to be sent.`
        : `Your letter to ${to} still waits to be sent.`
  }
}

function endOf({ hasEnded, endsAt, erasedAt, waitsFor }: WaitEndsProps): string {
  const end = longDate(endsAt)
  const erased = `its text and your postal address are erased on ${longDate(erasedAt)}.`
  if (waitsFor === 'writer') {
    return hasEnded
      ? `We keep a letter for its writer to post for a limited time, which ended on ${end}. You can still print yours: ${erased}`
      : `We keep a letter for its writer to post for a limited time. For yours that ends on ${end}, and ${erased}`
  }
  if (hasEnded)
    return `We keep a letter waiting for a limited time. That ended on ${end}: we do not send yours any more, and ${erased}`
  return `We keep a letter waiting for a limited time. For yours that ends on ${end}. If it has not gone by then, we stop trying to send it, and ${erased}`
}

function todo({ mpName, printUrl, hasEnded, waitsFor }: WaitEndsProps): Block[] {
  if (!mpName) {
    const wait = hasEnded
      ? ''
      : ' If there is an MP before the wait ends, it goes to them by itself, and you get a copy.'
    return [paragraph(`Keep your text, from below: when there is an MP you can write to them again.${wait}`)]
  }
  const twice =
    waitsFor === 'certainty' ? [paragraph('If you post it, your MP may get it twice: say so in a line on it.')] : []
  return [
    ...twice,
    paragraph(
      hasEnded || waitsFor === 'writer'
        ? 'Print your letter, sign it, and post it to:'
        : 'You can wait. If you would rather not, print your letter, sign it, and post it to:',
    ),
    address(mpTitle(mpName), 'House of Commons', 'London', 'SW1A 0AA'),
    button('Open your letter to print', printUrl),
    ...(waitsFor === 'writer'
      ? [paragraph('If you have posted it already, say so on that page: then it is counted as sent by yourself.')]
      : []),
  ]
}
