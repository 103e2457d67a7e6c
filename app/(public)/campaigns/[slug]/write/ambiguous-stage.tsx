import { PublicPage } from '@/app/(public)/public-page'
import { PostcodeForm } from '@/components/campaign/postcode-form'
import { Stages } from '@/components/letter/stages'
import { ButtonLink } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { eitherOf } from '@/lib/kernel/text'
import { askAddress } from '@/lib/letters/writing-addresses'
import type { Reading } from './where-it-leads'

type Props = { campaign: LiveCampaign; typed: string; source: string; readings: Reading[] }

export const ambiguousTitle = 'Which is your postcode?'

/** What was typed may be more than one postcode: only whoever typed it knows which is meant. */
export function AmbiguousStage({ campaign, typed, source, readings }: Props) {
  return (
    <PublicPage campaign={campaign}>
      <Stages at="postcode" />
      <PageTitle lead={`What you typed can be read as ${eitherOf(readings.map(({ postcode }) => postcode))}.`}>
        {ambiguousTitle}
      </PageTitle>
      <ul className="space-y-3">
        {readings.map(({ postcode, seats }) => (
          <li key={postcode}>
            <ButtonLink look="second" href={askAddress(campaign.slug, { postcode, source })}>
              {seats.length > 0 ? `${postcode}, in ${eitherOf(seats.map(({ name }) => name))}` : postcode}
            </ButtonLink>
          </li>
        ))}
      </ul>
      <PostcodeForm slug={campaign.slug} postcode={typed} source={source} heading="Or type it again" />
    </PublicPage>
  )
}
