import { type Block, button, facts, link, paragraph } from '@/emails/_components/blocks'
import { longDate } from '@/emails/_components/date'
import type { FooterProps } from '@/emails/_components/footer'
import type { Notice } from '@/emails/_components/message'
import { greeting, mpTitle, shortSubject } from '@/emails/_components/plain'
import { notMeLink } from './confirm'
import { saidIn, type WordsProps } from './said-in'

export type AlreadySignedProps = FooterProps &
  WordsProps & {
    name: string
    campaignTitle: string
    mpName: string | null
    constituency: string
    enteredAt: Date
    myDataUrl: string
    notMeUrl: string
    /** One person has one letter in a campaign, perhaps to another MP; one address serves two names of a household at most. */
    because:
      | { kind: 'same-person'; letterAt: Date; statusUrl: string; mpName: string | null; constituency: string }
      | { kind: 'household-full' }
  }

/** Says to the owner of an address what no page may say: that it has signed before. */
export function alreadySignedEmail(props: AlreadySignedProps): Notice {
  const mp = mpTitle(props.mpName)
  const enteredOn = longDate(props.enteredAt)
  const samePerson = props.because.kind === 'same-person'
  // To a household a campaign has no words of its own.
  const said = saidIn('already', samePerson ? props : {}, {
    mp: props.because.kind === 'same-person' ? props.because.mpName : props.mpName,
    constituency: props.because.kind === 'same-person' ? props.because.constituency : props.constituency,
    campaign: props.campaignTitle,
  })
  const written = props.because.kind === 'same-person' ? mpTitle(props.because.mpName) : mp
  return {
    kind: 'notice',
    subject: samePerson
      ? said.subject(shortSubject(`You have already written to ${written}`, 'You have already written to your MP'))
      : shortSubject(`The new letter to ${mp} was not taken`, 'The new letter to your MP was not taken'),
    preview: samePerson
      ? 'Your letter stands. There is nothing more to do.'
      : 'One address serves two letters at most.',
    heading: samePerson ? 'Your letter already stands' : 'Two letters from this address already stand',
    blocks: said.withClosing([
      paragraph(greeting(props.name)),
      ...said.opening,
      paragraph(
        samePerson
          ? `Someone, probably you, entered this e-mail address again on ${enteredOn}, with a letter to ${mp}.`
          : `On ${enteredOn} this e-mail address was entered again, with a letter to ${mp} under another name.`,
      ),
      ...outcome(props, mp),
      link('See the data kept with this address, or have it erased', props.myDataUrl),
      notMeLink(props.notMeUrl),
    ]),
    because: 'You get this e-mail because your address was given with a letter to an MP.',
    footer: props,
  }
}

function outcome({ because, campaignTitle, constituency }: AlreadySignedProps, mp: string): Block[] {
  if (because.kind === 'household-full') {
    return [
      facts({ 'New letter': `to ${mp}`, Constituency: constituency, Campaign: campaignTitle }),
      paragraph('One address serves two people of a household, and two letters from it are already confirmed.'),
      paragraph(
        'So the new letter is not sent. Whoever wrote it can send it with an e-mail address of their own. If it was not you or someone of your household, you can ignore this e-mail.',
      ),
    ]
  }
  return [
    paragraph(
      `Your letter of ${longDate(because.letterAt)} stands. One person has one letter in a campaign: it counts once and is not sent twice, so the text that was entered now is not used. There is nothing more to do.`,
    ),
    facts({
      'Your letter': `to ${mpTitle(because.mpName)}`,
      Confirmed: longDate(because.letterAt),
      Constituency: because.constituency,
      Campaign: campaignTitle,
    }),
    button('See where your letter is', because.statusUrl),
    paragraph('If it was not you, you can ignore this e-mail: nothing has changed.'),
  ]
}
