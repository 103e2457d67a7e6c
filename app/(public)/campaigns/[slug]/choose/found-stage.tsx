import { PublicPage } from '@/app/(public)/public-page'
import { besideName } from '@/components/campaign/constituency/beside-name'
import { ConstituencyChoice } from '@/components/campaign/constituency/constituency-choice'
import { Stages } from '@/components/letter/stages'
import { ErrorSummary } from '@/components/ui/error-summary'
import { PageTitle } from '@/components/ui/page-title'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import type { FoundSeat, NamedSeat } from '@/lib/directory/search/by-name'

type Props = {
  campaign: LiveCampaign
  heading: string
  postcode: string
  source: string
  typed: string
  found: FoundSeat<NamedSeat>[]
  /** What is wrong, where a choice was sent without one. */
  error: string | null
}

/** What a search by name found, to choose from: a town only tells which seats lie near. */
export function FoundStage({ campaign, heading, postcode, source, typed, found, error }: Props) {
  return (
    <PublicPage campaign={campaign}>
      <Stages at="postcode" />
      <ErrorSummary faults={error ? [{ field: 'constituency', message: error }] : []} />
      <PageTitle>{heading}</PageTitle>
      <ConstituencyChoice
        slug={campaign.slug}
        postcode={postcode}
        source={source}
        asked={{ name: 'find', value: typed }}
        legend={`Found for “${typed}”`}
        error={error ?? undefined}
        choices={found.map((one) => ({ value: one.seat.code, label: one.seat.name, hint: besideName(one) }))}
      />
    </PublicPage>
  )
}
