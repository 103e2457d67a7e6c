import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { publicContext } from '@/app/_server/request'
import { campaignMetadata } from '@/app/(public)/campaign-metadata'
import { CampaignPage } from '@/app/(public)/campaign-page'
import { findCampaign } from '@/lib/content/find-campaign'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const campaign = await findCampaign(publicContext(), (await params).slug)
  return campaign ? campaignMetadata(campaign, `/campaigns/${campaign.slug}`) : {}
}

export default async function Campaign({ params }: Props) {
  const campaign = await findCampaign(publicContext(), (await params).slug)
  if (!campaign) notFound()
  return <CampaignPage campaign={campaign} />
}
