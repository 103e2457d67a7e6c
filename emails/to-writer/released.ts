import { button, facts, link, paragraph } from '@/emails/_components/blocks'
import type { FooterProps } from '@/emails/_components/footer'
import type { Notice } from '@/emails/_components/message'
import { greeting, mpTitle, plainLine, shortSubject } from '@/emails/_components/plain'
import { saidIn, type WordsProps } from './said-in'

export type ReleasedProps = FooterProps &
  WordsProps & {
    name: string
    campaignTitle: string
    /** What it waited for: an MP, their e-mail address, or its writer, who was asked to post it and has not said so. */
    waitedFor: 'mp' | 'address' | 'writer'
    mpName: string
    mpParty: string
    constituency: string
    statusUrl: string
    myDataUrl: string
  }

/** Says that a letter which was kept for the next MP, or for an address of theirs, is on its way, since there is one. */
export function releasedEmail(props: ReleasedProps): Notice {
  const mp = mpTitle(props.mpName)
  const there = props.waitedFor === 'mp' ? 'There is an MP' : 'There is an e-mail address'
  const subject = shortSubject(`${there}: your letter goes to ${mp}`, `${there}: your letter is on its way`)
  const said = saidIn(props.waitedFor === 'mp' ? 'released' : 'has-address', props, {
    mp: props.mpName,
    constituency: props.constituency,
    campaign: props.campaignTitle,
    name: props.name,
  })
  return {
    kind: 'notice',
    subject: said.subject(subject),
    preview: 'The letter that we kept for you is on its way. There is nothing more to do.',
    heading: `Your letter is on its way to ${mp}`,
    blocks: said.withClosing([
      paragraph(greeting(props.name)),
      ...said.opening,
      paragraph(
        `${sinceWhen(props)} It is addressed to ${mp} and is sent in its turn; you get a copy when it has gone. ${whatToDo(props)}`,
      ),
      facts({ To: mp, Party: props.mpParty, Constituency: props.constituency }),
      button('See where your letter is', props.statusUrl),
      link('Get a copy of your data, or have it erased', props.myDataUrl),
    ]),
    because: 'You get this e-mail because you confirmed a letter to your MP, and we promised to tell you.',
    footer: props,
  }
}

function sinceWhen({ waitedFor, mpName, constituency, campaignTitle }: ReleasedProps): string {
  const mp = mpTitle(mpName)
  const letter = `The letter that you wrote for “${plainLine(campaignTitle)}”`
  switch (waitedFor) {
    case 'mp':
      return `There is an MP for ${plainLine(constituency)} now: ${mp}. ${letter} was kept until then.`
    case 'address':
      return `An e-mail address of ${mp} is listed now. ${letter} was kept until then.`
    case 'writer':
      return `An e-mail address of ${mp} is listed now. ${letter} was laid out for you to post, and you have not told us that you did, so it goes by e-mail.`
  }
}

function whatToDo({ waitedFor }: ReleasedProps): string {
  return waitedFor === 'writer' ? 'You need not post it any more.' : 'There is nothing more to do.'
}
