import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { publicContext } from '@/app/_server/request'
import { EmbedPage, embedMetadata } from '@/app/(public)/embed/[slug]/embed-page'
import { findCampaign } from '@/lib/content/find-campaign'
import { isOff } from '@/lib/settings/switches/is-off'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return embedMetadata(await findCampaign(publicContext(), (await params).slug))
}

/** The embed while no letters are taken: app/_server/lead-to-paused-page.ts leads here. */
export default async function PausedEmbed({ params }: Props) {
  const ctx = publicContext()
  const campaign = await findCampaign(ctx, (await params).slug)
  if (!campaign) notFound()
  if (!(await isOff(ctx, 'sign-ups'))) redirect(`/embed/${campaign.slug}`)
  return <EmbedPage campaign={campaign} signUpsPaused />
}
