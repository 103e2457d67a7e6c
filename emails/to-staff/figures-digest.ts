import { type Block, button, facts, heading, link, list, paragraph } from '@/emails/_components/blocks'
import { longDate } from '@/emails/_components/date'
import { type FooterProps, forTeam } from '@/emails/_components/footer'
import type { Notice } from '@/emails/_components/message'

type CampaignFigures = {
  title: string
  supporters: number
  /** Figures as they are written, by what the dashboard calls them. */
  facts: Record<string, string>
  /** Why letters are held, with how many, a line each. */
  held: string[]
  places: { name: string; supporters: number }[]
}

export type FiguresDigestProps = FooterProps & {
  every: 'day' | 'week'
  /** The first day of the figures, and the last. */
  from: Date
  day: Date
  dashboardUrl: string
  stopUrl: string
  campaigns: CampaignFigures[]
}

/** A day's or a week's figures, for a member of the team who asked for them. */
export function figuresDigestEmail(props: FiguresDigestProps): Notice {
  const { every, from, day, campaigns } = props
  const supporters = grouped(campaigns.reduce((sum, campaign) => sum + campaign.supporters, 0))
  const span = every === 'day' ? longDate(day) : `the week from ${longDate(from)} to ${longDate(day)}`
  return {
    kind: 'notice',
    subject: `Figures of ${span}: ${supporters} new supporters`,
    preview: `${supporters} people confirmed.`,
    heading: `Figures of ${span}`,
    blocks: [
      ...(campaigns.length === 0 ? [paragraph('None of your campaigns is live.')] : campaigns.flatMap(figuresOf)),
      button('Open the dashboard', props.dashboardUrl),
      link('Stop these e-mails', props.stopUrl),
    ],
    because: `You get this e-mail because you asked for figures every ${every}.`,
    footer: forTeam(props),
  }
}

function figuresOf({ title, facts: shown, held, places }: CampaignFigures): Block[] {
  return [
    heading(title),
    facts(shown),
    ...(held.length > 0 ? [paragraph('Letters are held for these reasons:'), list(...held)] : []),
    ...(places.length > 0
      ? [
          paragraph('Constituencies with the most new supporters:'),
          list(...places.map((place) => `${place.name}: ${grouped(place.supporters)}`)),
        ]
      : []),
  ]
}

function grouped(count: number): string {
  return count.toLocaleString('en-GB')
}
