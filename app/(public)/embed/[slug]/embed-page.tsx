import type { Metadata } from 'next'
import { publicContext } from '@/app/_server/request'
import { FormOrWhyNot } from '@/app/(public)/form-or-why-not'
import { PostcodeForm } from '@/components/campaign/postcode-form'
import { EmbedFrame } from '@/components/embed/embed-frame'
import { WayOutOfFrame } from '@/components/embed/way-out-of-frame'
import { ArrivedFrom } from '@/components/figures/arrived-from'
import { LiveProgress } from '@/components/figures/live-progress'
import { accentName } from '@/lib/content/accent/accent-name'
import { isClosedToWriting, type LiveCampaign } from '@/lib/content/find-campaign'
import { parliamentIsDissolved } from '@/lib/directory/seats'
import { totalsOf } from '@/lib/figures/public/public-figures'
import { publicSeats } from '@/lib/figures/public/public-seats'
import { installationName } from '@/lib/settings/installation'
import { nameAndAddress } from '@/lib/settings/name-and-address'
import { namedOperator } from '@/lib/settings/operator'

/** What search engines are told of the embed: that the campaign has a page of its own. */
export function embedMetadata(campaign: LiveCampaign | null): Metadata {
  if (!campaign) return { title: 'There is no such campaign', robots: { index: false } }
  return {
    title: { absolute: campaign.content.title },
    robots: { index: false },
    alternates: { canonical: `/campaigns/${campaign.slug}` },
  }
}

type Props = { campaign: LiveCampaign; signUpsPaused?: boolean }

/** A campaign in a frame: what is asked, how many have asked it, and the form that leads on to the campaign's own pages. */
export async function EmbedPage({ campaign, signUpsPaused = false }: Props) {
  const ctx = publicContext()
  const { content, slug } = campaign
  const [seats, operator, dissolved, name] = await Promise.all([
    publicSeats(ctx, campaign.id),
    namedOperator(ctx),
    parliamentIsDissolved(ctx),
    installationName(ctx),
  ])
  return (
    <EmbedFrame palette={accentName(content)}>
      <h1 className="text-h2">{content.title}</h1>
      <LiveProgress
        slug={slug}
        figures={totalsOf(seats, campaign.goal)}
        canWrite={!signUpsPaused && !isClosedToWriting(campaign, ctx.now())}
      />
      <FormOrWhyNot campaign={campaign} now={ctx.now()} signUpsPaused={signUpsPaused} dissolved={dissolved}>
        <PostcodeForm slug={slug} outOfFrame />
        <ArrivedFrom />
        <WayOutOfFrame />
      </FormOrWhyNot>
      <p className="text-note">
        <a className="link font-semibold" href={`/campaigns/${slug}`} target="_blank" rel="noopener">
          What is asked, and why<span className="sr-only"> (in a new tab)</span>
        </a>
        . {operator ? `Promoted by ${nameAndAddress(operator)}` : `On ${name}`}.{' '}
        <a className="link" href="/privacy" target="_blank" rel="noopener">
          What is kept<span className="sr-only"> (in a new tab)</span>
        </a>
        .
      </p>
    </EmbedFrame>
  )
}
