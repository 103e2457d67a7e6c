import { button, facts, heading, letterSheet, link, list, paragraph } from '@/emails/_components/blocks'
import { longDate, timeAndDate } from '@/emails/_components/date'
import type { FooterProps } from '@/emails/_components/footer'
import type { Notice } from '@/emails/_components/message'
import { greeting, mpTitle, plainLine, shortSubject } from '@/emails/_components/plain'
import type { SentLetter } from '@/emails/_components/sent-letter'
import { saidIn, type WordsProps } from './said-in'

export type CopyToSupporterProps = FooterProps &
  WordsProps & {
    campaignTitle: string
    mpName: string
    /** Where it was sent; empty where that is not known any more. */
    mpEmail: string
    constituency: string
    /** What stands below the letter. */
    note: string
    letter: SentLetter
    sentAt: Date
    /** It is the second letter, after one that was not answered: of an answer to it nobody asks by e-mail. */
    chases: boolean
    statusUrl: string
    myDataUrl: string
  }

/** The supporter's copy, once the mail service has taken the letter. */
export function copyToSupporterEmail(props: CopyToSupporterProps): Notice {
  const mp = mpTitle(props.mpName)
  const letter = props.chases ? 'second letter' : 'letter'
  const said = saidIn('copy', props, {
    mp: props.mpName,
    constituency: props.constituency,
    campaign: props.campaignTitle,
    name: props.letter.name,
    'sent on': longDate(props.sentAt),
  })
  return {
    kind: 'notice',
    subject: said.subject(
      shortSubject(`Your ${letter} to ${mp} is on its way`, `Your ${letter} to your MP is on its way`),
    ),
    preview: `Sent at ${timeAndDate(props.sentAt)}. Here is your copy.`,
    heading: `Your ${letter} is on its way`,
    blocks: said.withClosing([
      paragraph(greeting(props.letter.name)),
      ...said.opening,
      paragraph(`Your ${letter} to ${mp} has been sent. This is your copy.`),
      facts({
        To: [mp, plainLine(props.mpEmail)].filter((part) => part !== '').join(', '),
        Constituency: props.constituency,
        Sent: timeAndDate(props.sentAt),
        Campaign: props.campaignTitle,
        Subject: props.letter.subject,
      }),
      letterSheet(props.letter),
      paragraph(
        `Below your letter stands: “${plainLine(props.note)}” With it comes a link where the office can check that.`,
      ),
      heading('What happens next'),
      list(
        `An answer from ${mp} comes straight to you, by e-mail or by post. It does not pass through us, and we do not see it.`,
        'Answering this e-mail does not reach your MP.',
        'An answer can take some weeks.',
        ...(props.chases
          ? []
          : ['In two weeks we ask you whether you had an answer, and a week later once more if you have not told us.']),
        'If the letter turns out not to have arrived, we tell you so, with the reason.',
      ),
      button('See where your letter is', props.statusUrl),
      link('Get a copy of your data, or have it erased', props.myDataUrl),
    ]),
    because: 'You get this e-mail because you confirmed a letter to your MP.',
    footer: props,
  }
}
