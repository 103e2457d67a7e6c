import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { publicContext } from '@/app/_server/request'
import { PublicPage } from '@/app/(public)/public-page'
import { ConstituencyPicker } from '@/components/campaign/constituency-picker'
import { Stages } from '@/components/letter/stages'
import { PageTitle } from '@/components/ui/page-title'
import { findCampaign } from '@/lib/campaigns/find'
import { allSeats } from '@/lib/directory/lookup'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Choose your constituency', robots: { index: false } }

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ postcode?: string | string[] }> }

/** The constituency chosen by name: for those whose postcode is not known, or leads to the wrong seat. */
export default async function ChoosePage({ params, searchParams }: Props) {
  const ctx = publicContext()
  const campaign = await findCampaign(ctx, (await params).slug)
  if (!campaign) notFound()
  const { postcode } = await searchParams
  return (
    <PublicPage campaign={campaign}>
      <Stages at="postcode" />
      <PageTitle lead="It is named on your poll card and on your council’s website.">
        Choose your constituency
      </PageTitle>
      <ConstituencyPicker
        slug={campaign.slug}
        postcode={typeof postcode === 'string' ? postcode : ''}
        seats={await allSeats(ctx)}
      />
    </PublicPage>
  )
}
