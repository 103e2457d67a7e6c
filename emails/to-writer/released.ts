import { button, facts, link, paragraph } from '@/emails/_components/blocks'
import type { FooterProps } from '@/emails/_components/footer'
import type { Notice } from '@/emails/_components/message'
import { greeting, mpTitle, plainLine, shortSubject } from '@/emails/_components/plain'

export type ReleasedProps = FooterProps & {
  name: string
  campaignTitle: string
  mpName: string
  mpParty: string
  constituency: string
  statusUrl: string
  myDataUrl: string
}

/** Says that a letter which was kept for the next MP is on its way, since there is one. */
export function releasedEmail(props: ReleasedProps): Notice {
  const mp = mpTitle(props.mpName)
  const subject = shortSubject(`There is an MP: your letter goes to ${mp}`, 'There is an MP: your letter is on its way')
  return {
    kind: 'notice',
    subject,
    preview: 'The letter that we kept for you is on its way. There is nothing more to do.',
    heading: `Your letter is on its way to ${mp}`,
    blocks: [
      paragraph(greeting(props.name)),
      paragraph(
        `There is an MP for ${plainLine(props.constituency)} now: ${mp}. The letter that you wrote for “${plainLine(props.campaignTitle)}” was kept until then. It is addressed to ${mp} and is sent in its turn; you get a copy when it has gone. There is nothing more to do.`,
      ),
      facts({ To: mp, Party: props.mpParty, Constituency: props.constituency }),
      button('See where your letter is', props.statusUrl),
      link('Get a copy of your data, or have it erased', props.myDataUrl),
    ],
    because: 'You get this e-mail because you confirmed a letter to your MP, and we promised to tell you.',
    footer: props,
  }
}
