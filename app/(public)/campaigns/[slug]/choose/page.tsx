import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pageTitle } from '@/app/_server/page-title'
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

const SHOWN = 20
const LONGEST = 80

type Query = Partial<Record<'postcode' | 'find' | 'choice', string | string[]>>
type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Query> }

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [campaign, { found, error }] = await Promise.all([campaignOf(params), asked(searchParams)])
  const step = found.length > 0 ? WHICH : CHOOSE
  return {
    title: pageTitle({ step, campaign: campaign?.content.title, error: error !== null }),
    robots: { index: false },
  }
}

/** The constituency chosen by name: for those whose postcode is not known, or leads to the wrong seat. */
export default async function ChoosePage({ params, searchParams }: Props) {
  const campaign = await campaignOf(params)
  if (!campaign) notFound()
  const { typed, postcode, found, error } = await asked(searchParams)
  const source = visitSource()
  if (error) answerWith(422)
  if (found.length > 0) {
    return (
      <FoundStage
        campaign={campaign}
        heading={WHICH}
        postcode={postcode}
        source={source}
        typed={typed}
        found={found}
        error={error}
      />
    )
  }
  return (
    <PublicPage campaign={campaign}>
      <Stages at="postcode" />
      <ErrorSummary faults={error ? [{ field: 'constituency', message: error }] : []} />
      <PageTitle lead="It is named on your poll card and on your council’s website.">{CHOOSE}</PageTitle>
      <ConstituencyPicker
        slug={campaign.slug}
        postcode={postcode}
        source={source}
        seats={await allSeats(publicContext())}
        error={error ?? undefined}
        typed={typed}
      />
    </PublicPage>
  )
}

const CHOOSE = 'Choose your constituency'
const WHICH = 'Which is your constituency?'

async function campaignOf(params: Props['params']) {
  return await findCampaign(publicContext(), (await params).slug)
}

/** What was searched for, what that finds, and what is wrong with it. */
async function asked(searchParams: Props['searchParams']) {
  const ctx = publicContext()
  const { postcode, find, choice } = await searchParams
  const typed = oneLine(single(find).slice(0, 2 * LONGEST)).slice(0, LONGEST)
  const found = typed ? searchSeats(await namedSeats(ctx), typed, SHOWN, await allTowns(ctx)) : []
  return { typed, postcode: single(postcode), found, error: errorIn(typed, found.length, choice !== undefined) }
}

function errorIn(typed: string, found: number, noneChosen: boolean): string | null {
  if (found > 0) return noneChosen ? 'Choose your constituency' : null
  return typed ? `No constituency, MP or town is called “${typed}”: try another name` : null
}

function single(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : ''
}
