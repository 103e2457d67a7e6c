import { button, paragraph } from '@/emails/_components/blocks'
import { type FooterProps, forTeam } from '@/emails/_components/footer'
import type { Notice } from '@/emails/_components/message'

export type MilestoneProps = FooterProps & {
  campaign: string
  milestone: { kind: 'letters'; letters: number } | { kind: 'nation'; nation: string; mps: number }
  dashboardUrl: string
}

/** Tells the team that a campaign has come somewhere. */
export function milestoneEmail(props: MilestoneProps): Notice {
  const { milestone, campaign } = props
  const said =
    milestone.kind === 'letters'
      ? `${milestone.letters.toLocaleString('en-GB')} letters are sent`
      : `Every MP in ${milestone.nation} has a letter`
  return {
    kind: 'notice',
    subject: said,
    preview: said,
    heading: said,
    blocks: [
      paragraph(
        milestone.kind === 'letters'
          ? `The campaign “${campaign}” has passed ${milestone.letters.toLocaleString('en-GB')} letters accepted.`
          : `Each of the ${milestone.mps} MPs who sit for ${milestone.nation} has had at least one letter of the campaign “${campaign}”.`,
      ),
      button('Open the dashboard', props.dashboardUrl),
    ],
    because: `You get this e-mail because you are on the team of ${props.site}.`,
    footer: forTeam(props),
  }
}
