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
  postcode: string
  source: string
  typed: string
  found: FoundSeat<NamedSeat>[]
  noneChosen: boolean
}

/** What a search by name found, to choose from: a town only tells which seats lie near. */
export function FoundStage({ campaign, postcode, source, typed, found, noneChosen }: Props) {
  const error = noneChosen ? 'Choose your constituency' : undefined
  return (
    <PublicPage campaign={campaign}>
      <Stages at="postcode" />
      <ErrorSummary faults={error ? [{ field: 'constituency', message: error }] : []} />
      <PageTitle>Which is your constituency?</PageTitle>
      <ConstituencyChoice
        slug={campaign.slug}
        postcode={postcode}
        source={source}
        asked={{ name: 'find', value: typed }}
        legend={`Found for “${typed}”`}
        error={error}
        choices={found.map((one) => ({ value: one.seat.code, label: one.seat.name, hint: besideName(one) }))}
      />
    </PublicPage>
  )
}
