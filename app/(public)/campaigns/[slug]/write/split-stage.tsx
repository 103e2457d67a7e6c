import { PublicPage } from '@/app/(public)/public-page'
import { ConstituencyChoice } from '@/components/campaign/constituency/constituency-choice'
import { Stages } from '@/components/letter/stages'
import { ErrorSummary } from '@/components/ui/error-summary'
import { PageTitle } from '@/components/ui/page-title'
import { Unbroken } from '@/components/ui/unbroken'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import type { Seat } from '@/lib/directory/lookup'
import { partyAfterName } from '@/lib/directory/party-words'
import type { Shares } from '@/lib/directory/postcodes/known-postcode'
import { shareWords } from './share-words'

type Props = {
  campaign: LiveCampaign
  postcode: string
  source: string
  seats: Seat[]
  shares?: Shares | undefined
  noneChosen: boolean
}

/** A boundary runs through the postcode: only its owner knows on which side they live. */
export function SplitStage({ campaign, postcode, source, seats, shares, noneChosen }: Props) {
  const error = noneChosen ? 'Choose your constituency' : undefined
  return (
    <PublicPage campaign={campaign}>
      <Stages at="mp" />
      <ErrorSummary faults={error ? [{ field: 'constituency', message: error }] : []} />
      <PageTitle lead="A boundary between constituencies runs through this postcode, so the houses in it have different MPs.">
        Which is your constituency?
      </PageTitle>
      {shares && (
        <p className="max-w-measure">
          <Unbroken>{shareWords(seats, shares)}</Unbroken>
        </p>
      )}
      <ConstituencyChoice
        slug={campaign.slug}
        postcode={postcode}
        source={source}
        asked={{ name: 'choice', value: 'split' }}
        legend={`${postcode} is in`}
        error={error}
        choices={seats.map(({ code, name, mp, dissolved }) => ({
          value: code,
          label: name,
          hint: mp
            ? `${mp.name}, ${partyAfterName(mp.party)}`
            : dissolved
              ? 'Parliament is dissolved'
              : 'The seat is vacant',
        }))}
      />
    </PublicPage>
  )
}
