import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { publicContext } from '@/app/_server/request'
import { findCampaign } from '@/lib/campaigns/find'
import { isOff } from '@/lib/staff/switches/read'
import { EmbedPage, embedMetadata } from '../embed-page'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return embedMetadata(await findCampaign(publicContext(), (await params).slug))
}

/** The same while no letters are taken: app/_server/lead-paused.ts leads here. */
export default async function PausedEmbed({ params }: Props) {
  const ctx = publicContext()
  const campaign = await findCampaign(ctx, (await params).slug)
  if (!campaign) notFound()
  if (!(await isOff(ctx, 'sign-ups'))) redirect(`/embed/${campaign.slug}`)
  return <EmbedPage campaign={campaign} signUpsPaused />
}
