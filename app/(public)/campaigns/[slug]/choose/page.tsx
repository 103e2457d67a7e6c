import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { answerWith, publicContext, visitSource } from '@/app/_server/request'
import { PublicPage } from '@/app/(public)/public-page'
import { ConstituencyPicker } from '@/components/campaign/constituency/constituency-picker'
import { Stages } from '@/components/letter/stages'
import { ErrorSummary } from '@/components/ui/error-summary'
import { PageTitle } from '@/components/ui/page-title'
import { findCampaign } from '@/lib/content/find-campaign'
import { allSeats } from '@/lib/directory/lookup'
import { searchSeats } from '@/lib/directory/search/by-name'
import { namedSeats } from '@/lib/directory/search/searchable-seats'
import { allTowns } from '@/lib/directory/search/towns'
import { oneLine } from '@/lib/kernel/text'
import { FoundStage } from './found-stage'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Choose your constituency', robots: { index: false } }

const SHOWN = 20
const LONGEST = 80

type Query = Partial<Record<'postcode' | 'find' | 'choice', string | string[]>>
type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Query> }

/** The constituency chosen by name: for those whose postcode is not known, or leads to the wrong seat. */
export default async function ChoosePage({ params, searchParams }: Props) {
  const ctx = publicContext()
  const campaign = await findCampaign(ctx, (await params).slug)
  if (!campaign) notFound()
  const query = await searchParams
  const postcode = single(query.postcode)
  const source = visitSource()
  const typed = oneLine(single(query.find).slice(0, 2 * LONGEST)).slice(0, LONGEST)
  const found = typed ? searchSeats(await namedSeats(ctx), typed, SHOWN, await allTowns(ctx)) : []
  if (found.length > 0) {
    const noneChosen = query.choice !== undefined
    if (noneChosen) answerWith(422)
    return (
      <FoundStage
        campaign={campaign}
        postcode={postcode}
        source={source}
        typed={typed}
        found={found}
        noneChosen={noneChosen}
      />
    )
  }
  const error = typed ? `No constituency, MP or town is called “${typed}”: choose from the list` : undefined
  return (
    <PublicPage campaign={campaign}>
      <Stages at="postcode" />
      <ErrorSummary faults={error ? [{ field: 'constituency', message: error }] : []} />
      <PageTitle lead="It is named on your poll card and on your council’s website.">
        Choose your constituency
      </PageTitle>
      <ConstituencyPicker
        slug={campaign.slug}
        postcode={postcode}
        source={source}
        seats={await allSeats(ctx)}
        error={error}
        typed={typed}
      />
    </PublicPage>
  )
}

function single(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : ''
}
