import { list, paragraph } from '@/emails/_components/blocks'
import { type FooterProps, forTeam } from '@/emails/_components/footer'
import type { Notice } from '@/emails/_components/message'

export type FiguresDifferProps = FooterProps & { differences: number; examples: string[] }

/** Tells an administrator that the figures were not what the rows say, and that they were put right. */
export function figuresDifferEmail(props: FiguresDifferProps): Notice {
  return {
    kind: 'notice',
    subject: 'The figures were wrong, and were put right',
    preview: `The nightly recount found ${props.differences} of them off.`,
    heading: 'The figures were wrong',
    blocks: [
      paragraph(
        `The nightly recount found ${props.differences} figures that were not what the letters themselves say. They are right now. It should not happen: please tell whoever looks after the program, with these lines.`,
      ),
      list(...props.examples),
    ],
    because: `You get this e-mail because you are an administrator of ${props.site}.`,
    footer: forTeam(props),
  }
}
