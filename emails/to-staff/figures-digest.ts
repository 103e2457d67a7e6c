import { type Block, button, facts, heading, list, paragraph } from '@/emails/_components/blocks'
import { longDate } from '@/emails/_components/date'
import type { FooterProps } from '@/emails/_components/footer'
import type { Notice } from '@/emails/_components/message'

type CampaignDay = {
  title: string
  views: number
  supporters: number
  supportersBefore: number
  letters: number
  answered: number
  acknowledged: number
  places: { name: string; supporters: number }[]
}

export type FiguresDigestProps = FooterProps & { day: Date; dashboardUrl: string; campaigns: CampaignDay[] }

/** A day's figures, for a member of the team who asked for them. */
export function figuresDigestEmail(props: FiguresDigestProps): Notice {
  const { day, campaigns } = props
  const supporters = campaigns.reduce((sum, campaign) => sum + campaign.supporters, 0)
  return {
    kind: 'notice',
    subject: `Figures of ${longDate(day)}: ${grouped(supporters)} new supporters`,
    preview: `${grouped(supporters)} people confirmed.`,
    heading: `Figures of ${longDate(day)}`,
    blocks: [
      ...(campaigns.length === 0 ? [paragraph('No campaign is live.')] : campaigns.flatMap(dayOf)),
      button('Open the dashboard', props.dashboardUrl),
    ],
    because: 'You get this e-mail because you asked for a daily digest. You can turn it off on the dashboard.',
    footer: props,
  }
}

function dayOf({
  title,
  views,
  supporters,
  supportersBefore,
  letters,
  answered,
  acknowledged,
  places,
}: CampaignDay): Block[] {
  return [
    heading(title),
    facts({
      Supporters: `${grouped(supporters)} (${grouped(supportersBefore)} the day before)`,
      'Letters accepted': grouped(letters),
      'Real answers from MPs': grouped(answered),
      'Only acknowledgements': grouped(acknowledged),
      'Page views': grouped(views),
    }),
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
