import { PublicPage } from '@/app/(public)/public-page'
import { besideName } from '@/components/campaign/constituency/beside-name'
import { ConstituencyChoice } from '@/components/campaign/constituency/constituency-choice'
import { ConstituencyPicker } from '@/components/campaign/constituency/constituency-picker'
import { PostcodeForm } from '@/components/campaign/postcode-form'
import { Stages } from '@/components/letter/stages'
import { PageTitle } from '@/components/ui/page-title'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { seatsNearArea } from '@/lib/directory/search/near-area'
import { namedSeats } from '@/lib/directory/search/searchable-seats'
import { allTowns } from '@/lib/directory/search/towns'
import { allSeats } from '@/lib/directory/seats'
import type { Context } from '@/lib/kernel/context'

type Props = { ctx: Context; campaign: LiveCampaign; postcode: string; source: string }

const OFFERED = 8

export function notLookedUpTitle(postcode: string): string {
  return `We cannot look up ${postcode} just now`
}

/** Nobody could look the postcode up, which is no fault of its owner's: they find their constituency by name. */
export async function NotLookedUpStage({ ctx, campaign, postcode, source }: Props) {
  const { slug } = campaign
  const near = seatsNearArea(await namedSeats(ctx), postcode, OFFERED, await allTowns(ctx))
  return (
    <PublicPage campaign={campaign}>
      <Stages at="postcode" />
      <PageTitle lead="Nothing is wrong on your side. Find your constituency by name instead, and go on with your letter.">
        {notLookedUpTitle(postcode)}
      </PageTitle>
      {near ? (
        <ConstituencyChoice
          slug={slug}
          postcode={postcode}
          source={source}
          asked={{ name: 'find', value: near.town }}
          legend={`${near.area} is the postcode area of ${near.town}. Which is yours?`}
          another="It is another constituency: find it by name"
          choices={near.found.map((one) => ({ value: one.seat.code, label: one.seat.name, hint: besideName(one) }))}
        />
      ) : (
        <ConstituencyPicker slug={slug} postcode={postcode} source={source} seats={await allSeats(ctx)} />
      )}
      <PostcodeForm slug={slug} postcode={postcode} source={source} heading="Or try another postcode" byName={false} />
    </PublicPage>
  )
}
