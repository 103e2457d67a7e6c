import { type Block, button, facts, link, paragraph } from '@/emails/_components/blocks'
import { timeAndDate } from '@/emails/_components/date'
import type { FooterProps } from '@/emails/_components/footer'
import type { Notice } from '@/emails/_components/message'
import { greeting, mpTitle, shortSubject } from '@/emails/_components/plain'
import { saidIn, type WordsProps } from './said-in'

export type ConfirmProps = FooterProps &
  WordsProps & {
    name: string
    campaignTitle: string
    /** `null` while the seat has no MP. */
    mpName: string | null
    constituency: string
    /** What comes of the letter once it is confirmed. */
    becomes: 'sent' | 'kept' | 'waits' | 'to-post'
    confirmUrl: string
    /** Six digits that confirm it as well, on the page that the letter was sent off from. */
    code: string
    notMeUrl: string
    expires: Date
    /** Days that an unconfirmed letter is kept, as the purge has them. */
    keptDays: number
  }

/** Asks the supporter to confirm, right after they sent the letter off from the check page. */
export function confirmEmail(props: ConfirmProps): Notice {
  const mp = mpTitle(props.mpName)
  const said = saidIn('confirm', props, confirmingValues(props))
  return {
    kind: 'notice',
    subject: said.subject(shortSubject(`Confirm your letter to ${mp}`, 'Confirm your letter to your MP')),
    preview: 'One step is left: confirm that the letter is yours.',
    heading: `Confirm your letter to ${mp}`,
    blocks: said.withClosing([
      paragraph(greeting(props.name)),
      ...said.opening,
      paragraph(onceConfirmed(props)),
      ...confirmBlocks(props),
    ]),
    because: 'You get this e-mail because your address was given with a letter to an MP.',
    footer: props,
  }
}

/** What the campaign's words for it can hold. */
export function confirmingValues({ mpName, constituency, campaignTitle }: ConfirmProps) {
  return { mp: mpName, constituency, campaign: campaignTitle }
}

/** What the press of the button does, and what is not done without it. */
export function onceConfirmed({ becomes, mpName, constituency }: ConfirmProps): string {
  switch (becomes) {
    case 'kept':
      return `${constituency} has no MP just now: once you confirm that the letter is yours, it is kept, and goes to whoever comes.`
    case 'waits':
      return `No e-mail address is listed for ${mpName} yet: once you confirm that the letter is yours, it is kept for that.`
    case 'to-post':
      return `We have no e-mail address for ${mpName}: once you confirm that the letter is yours, it is made ready for you to print and post.`
    default:
      return 'Nothing is sent until you confirm that it is yours.'
  }
}

/** The way to confirm, shared by the first message and the reminder. */
export function confirmBlocks(props: ConfirmProps): Block[] {
  return [
    button('Open the page to confirm', props.confirmUrl),
    paragraph(
      'Opening the link does not confirm anything yet: press the button on the page that it opens. Answering this e-mail does not send your letter.',
    ),
    paragraph('Cannot open the link? Type the code on the page that told you to check your e-mail.'),
    facts({
      Letter: props.mpName === null ? 'to the next MP' : `to ${mpTitle(props.mpName)}`,
      Constituency: props.constituency,
      Campaign: props.campaignTitle,
      Code: inHalves(props.code),
      'Link works until': timeAndDate(props.expires),
    }),
    paragraph(
      `If it was not you who wrote this letter, you can ignore this e-mail: nothing is sent to any MP, and everything that was entered is erased after ${props.keptDays} days.`,
    ),
    notMeLink(props.notMeUrl),
  ]
}

/** "482 913": as it is read out and typed. */
function inHalves(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`
}

/** The way out for somebody whose address was entered by another; opening it changes nothing. */
export function notMeLink(url: string): Block {
  return link('This was not me: erase it, and never write to me like this again', url)
}
