import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { publicContext } from '@/app/_server/request'
import { campaignMetadata } from '@/app/(public)/campaign-metadata'
import { CampaignPage } from '@/app/(public)/campaign-page'
import { findCampaign } from '@/lib/content/find-campaign'
import { isOff } from '@/lib/settings/switches/is-off'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const campaign = await findCampaign(publicContext(), (await params).slug)
  return campaign ? campaignMetadata(campaign, `/campaigns/${campaign.slug}`) : {}
}

/** A campaign's page while no letters are taken: app/_server/lead-to-paused-page.ts leads here. */
export default async function PausedCampaign({ params }: Props) {
  const ctx = publicContext()
  const campaign = await findCampaign(ctx, (await params).slug)
  if (!campaign) notFound()
  if (!(await isOff(ctx, 'sign-ups'))) redirect(`/campaigns/${campaign.slug}`)
  return <CampaignPage campaign={campaign} signUpsPaused />
}
