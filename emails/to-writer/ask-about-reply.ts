import { answers, facts, link, paragraph } from '@/emails/_components/blocks'
import { longDate } from '@/emails/_components/date'
import type { FooterProps } from '@/emails/_components/footer'
import type { Notice } from '@/emails/_components/message'
import { greeting, mpTitle, shortSubject } from '@/emails/_components/plain'
import { saidIn, type WordsProps } from './said-in'

export type AskAboutReplyProps = FooterProps &
  WordsProps & {
    name: string
    campaignTitle: string
    /** What the campaign asks of MPs, from its “to” on; empty while it is not written. */
    recipientAsk: string
    mpName: string
    constituency: string
    sentAt: Date
    /** `first` on day 14, `last` on day 21. */
    round: 'first' | 'last'
    repliedUrl: string
    /** What can be answered, each with the page that has one button for it. */
    answers: readonly { label: string; url: string }[]
    unsubscribeUrl: string
  }

/** Asks whether the MP has replied: a link for each answer opens a page with its one button; opening it answers nothing. */
export function askAboutReplyEmail(props: AskAboutReplyProps): Notice {
  const mp = mpTitle(props.mpName)
  const last = props.round === 'last'
  const said = saidIn(last ? 'reply-again' : 'reply', props, {
    mp: props.mpName,
    constituency: props.constituency,
    campaign: props.campaignTitle,
    name: props.name,
    'sent on': longDate(props.sentAt),
  })
  return {
    kind: 'notice',
    subject: said.subject(
      last
        ? shortSubject(`Once more: has ${mp} replied?`, 'Once more: has your MP replied?')
        : shortSubject(`Has ${mp} replied to you?`, 'Has your MP replied to you?'),
    ),
    preview: 'One question with four answers: press yours.',
    heading: `Has ${mp} replied to you?`,
    blocks: said.withClosing([
      paragraph(greeting(props.name)),
      ...said.opening,
      answers(props.answers),
      paragraph('Opening a link answers nothing yet: it leads to a page with one button, which records that answer.'),
      link('The question with a button for each answer', props.repliedUrl),
      facts({
        Campaign: props.campaignTitle,
        ...(props.recipientAsk && { 'It asks MPs': props.recipientAsk }),
        Constituency: props.constituency,
      }),
      paragraph(
        last
          ? 'This is the last time that we ask.'
          : 'If you do not answer, we ask once more in a week, and not again after that.',
      ),
      link('No more e-mails about this letter', props.unsubscribeUrl),
    ]),
    because: 'You get this e-mail because you sent a letter to your MP.',
    footer: props,
  }
}
