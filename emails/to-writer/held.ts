import { address, type Block, button, facts, heading, letterSheet, link, paragraph } from '@/emails/_components/blocks'
import { longDate } from '@/emails/_components/date'
import type { FooterProps } from '@/emails/_components/footer'
import type { Notice } from '@/emails/_components/message'
import { greeting, mpTitle, plainLine, shortSubject } from '@/emails/_components/plain'
import type { SentLetter } from '@/emails/_components/sent-letter'
import { saidIn, type WordsProps } from './said-in'
import type { WordedEmail } from './worded-emails'

export type HeldProps = FooterProps &
  WordsProps & {
    name: string
    campaignTitle: string
    constituency: string
    statusUrl: string
    myDataUrl: string
    /** For how long after its confirming a letter waits at most: "180 days". */
    waitsAtMost: string
    /**
     * `review`: staff, or a rule against abuse, stopped it until a person has looked. `unsettled`: the mail service
     * never said whether it took it. `returned`: it reported that the letter came back, and not for good. `blocked`:
     * the MP's mail servers take nothing from our sender.
     */
    held:
      | { reason: HeldFor }
      /** The MP was listed only lately, or their address is `gone`; the letter is laid out to post after `until`, where there is none by then. */
      | { reason: 'no-address-yet'; mpName: string; gone: boolean; until: Date }
      /** `hasWaited`: for an address, which has not come. */
      | { reason: 'no-email'; mpName: string; letter: SentLetter; printUrl: string; hasWaited: boolean }
  }

export type HeldFor = 'vacant' | 'dissolved' | 'review' | 'unsettled' | 'returned' | 'blocked'

const SEE = 'See where your letter is'

/** Says, after confirming, that the letter cannot go now, why, and what happens to it. */
export function heldEmail(props: HeldProps): Notice {
  const { held } = props
  const worded = WORDED[held.reason]
  const said = saidIn(worded ?? 'review', worded ? props : {}, {
    ...('mpName' in held && { mp: held.mpName }),
    constituency: props.constituency,
    campaign: props.campaignTitle,
    name: props.name,
  })
  const head = headOf(held)
  return {
    kind: 'notice',
    ...head,
    subject: said.subject(head.subject),
    blocks: said.withClosing([
      paragraph(greeting(props.name)),
      ...said.opening,
      ...reasonBlocks(props),
      paragraph(limitOf(props)),
      held.reason === 'no-email' ? link(SEE, props.statusUrl) : button(SEE, props.statusUrl),
      link('Get a copy of your data, or have it erased', props.myDataUrl),
    ]),
    because: 'You get this e-mail because you confirmed a letter to your MP.',
    footer: props,
  }
}

/** Those that a campaign can word. Of what the mail service has done to a letter we speak ourselves. */
const WORDED: Partial<Record<HeldProps['held']['reason'], WordedEmail>> = {
  vacant: 'vacant',
  dissolved: 'dissolved',
  review: 'review',
  'no-address-yet': 'no-address-yet',
  'no-email': 'by-post',
}

function limitOf({ held, waitsAtMost }: HeldProps): string {
  const isForAddress = held.reason === 'no-address-yet'
  const what = held.reason === 'no-email' ? 'We keep it for you to print' : isForAddress ? 'We keep it' : 'It waits'
  return `${what} for at most ${waitsAtMost} after you confirmed it. We write to you before that ends.`
}

function headOf(held: HeldProps['held']): Pick<Notice, 'subject' | 'preview' | 'heading'> {
  if (held.reason === 'review') {
    const subject = 'Your letter is looked at before it is sent'
    return { subject, preview: 'There is nothing for you to do.', heading: subject }
  }
  if (held.reason === 'unsettled') {
    const subject = 'We do not know yet whether your letter was sent'
    return { subject, preview: 'A person of our team finds out. There is nothing for you to do.', heading: subject }
  }
  if (held.reason === 'returned') {
    const subject = 'We do not know yet whether your letter arrived'
    return { subject, preview: 'A person of our team finds out. There is nothing for you to do.', heading: subject }
  }
  if (held.reason === 'blocked') {
    const subject = 'Your letter waits: we cannot e-mail your MP just now'
    return { subject, preview: 'It is no fault of your letter. There is nothing for you to do.', heading: subject }
  }
  if (held.reason === 'no-address-yet') {
    const subject = 'Your letter waits for your MP’s e-mail address'
    return { subject, preview: 'It goes as soon as one is listed. There is nothing for you to do.', heading: subject }
  }
  if (held.reason !== 'no-email') {
    const subject = 'Your letter is kept until there is an MP'
    const preview = 'It is sent when there is an MP to read it. There is nothing more to do.'
    return { subject, preview, heading: subject }
  }
  const mp = mpTitle(held.mpName)
  return {
    subject: shortSubject(`Please post your letter to ${mp}`, 'Please post your letter to your MP'),
    preview: 'We have no e-mail address for this MP. Your letter is ready to print.',
    heading: `Please post your letter to ${mp}`,
  }
}

function reasonBlocks({ held, constituency }: HeldProps): Block[] {
  const seat = plainLine(constituency)
  switch (held.reason) {
    case 'vacant':
      return [
        paragraph(
          `${seat} has no MP at present: the seat is vacant. We keep your letter and send it when a new MP has been elected. You will get a copy then. There is nothing more to do.`,
        ),
      ]
    case 'dissolved':
      return [
        paragraph(
          `Parliament is dissolved, so there are no MPs until the general election. We keep your letter and send it to whoever is elected for ${seat}. You will get a copy then. There is nothing more to do.`,
        ),
      ]
    case 'review':
      return [
        paragraph(
          `Your letter to the MP for ${seat} has been stopped until a person of our team has looked at it. That happens to a few letters and need not mean that anything is wrong. The page below says when it is sent.`,
        ),
      ]
    case 'unsettled':
      return [
        paragraph(
          `The mail service broke off while it took your letter to the MP for ${seat}, and has not said whether it has it. So that your MP does not get it twice, we do not simply send it again: a person of our team finds out first. The page below says what becomes of it.`,
        ),
      ]
    case 'returned':
      return [
        paragraph(
          `Your letter to the MP for ${seat} went out, and then the mail service reported a fault with it that need not be for good. So that your MP does not get it twice, we do not simply send it again: a person of our team looks at what was reported first. The page below says what becomes of it.`,
        ),
      ]
    case 'blocked':
      return [
        paragraph(
          `The mail servers of the MP for ${seat} take no e-mail from this site at present, whoever has written it. We keep your letter, our team has been told, and it is sent when it can be. There is nothing for you to do. The page below says what becomes of it.`,
        ),
      ]
    case 'no-address-yet': {
      const mp = mpTitle(held.mpName)
      return [
        paragraph(
          `${held.gone ? `The e-mail address of ${mp} is not listed at present.` : `${mp} has only just been listed as the MP for ${seat}, and no e-mail address is listed yet.`} We keep your letter and send it as soon as there is one. You will get a copy then.`,
        ),
        paragraph(
          `If there is none by ${longDate(held.until)}, we lay your letter out for you to print and post, and write to you. Until then there is nothing for you to do.`,
        ),
      ]
    }
    case 'no-email': {
      const mp = mpTitle(held.mpName)
      return [
        paragraph(
          held.hasWaited
            ? `Your letter has waited for an e-mail address of ${mp}, and none has been listed. It can go by post.`
            : `We have no e-mail address for ${mp}, so we cannot send your letter. It can go by post.`,
        ),
        heading('What to do'),
        paragraph('Print your letter, sign it, and post it to:'),
        address(mp, 'House of Commons', 'London', 'SW1A 0AA'),
        button('Open your letter to print', held.printUrl),
        paragraph(
          'When it is in the post, say so on that page. Until you do, we send it by e-mail as soon as an address is listed, and tell you.',
        ),
        facts({ Constituency: seat, Subject: held.letter.subject }),
        letterSheet(held.letter),
      ]
    }
  }
}
