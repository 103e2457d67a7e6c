import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { publicContext } from '@/app/_server/request'
import { campaignMetadata } from '@/app/(public)/campaign-metadata'
import { CampaignPage } from '@/app/(public)/campaign-page'
import { findCampaign } from '@/lib/content/find-campaign'
import { findSeat } from '@/lib/directory/lookup'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string; seat: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, seat: code } = await params
  const ctx = publicContext()
  const [campaign, seat] = await Promise.all([findCampaign(ctx, slug), findSeat(ctx, code)])
  return campaign ? campaignMetadata(campaign, `/campaigns/${slug}/from/${code}`, seat) : {}
}

/** The campaign's page under the address that a supporter passes on: networks show their constituency with it. */
export default async function CampaignFromSeat({ params }: Props) {
  const { slug, seat } = await params
  const campaign = await findCampaign(publicContext(), slug)
  if (!campaign) notFound()
  return <CampaignPage campaign={campaign} from={seat} />
}
