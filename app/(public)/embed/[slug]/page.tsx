import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { publicContext } from '@/app/_server/request'
import { findCampaign } from '@/lib/content/find-campaign'
import { EmbedPage, embedMetadata } from './embed-page'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return embedMetadata(await findCampaign(publicContext(), (await params).slug))
}

/** The form and the count for other sites, in a frame: kind.ts lets them show this page and no other. */
export default async function Embed({ params }: Props) {
  const campaign = await findCampaign(publicContext(), (await params).slug)
  if (!campaign) notFound()
  return <EmbedPage campaign={campaign} />
}
