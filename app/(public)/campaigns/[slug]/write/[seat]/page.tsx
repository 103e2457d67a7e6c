import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { currentExchange } from '@/app/_server/exchange'
import { seatsNear } from '@/app/_server/letter/seats-near'
import { pageTitle } from '@/app/_server/page-title'
import { publicContext } from '@/app/_server/request'
import { campaignMetadata } from '@/app/(public)/campaign-metadata'
import { asideOf } from '@/lib/content/content-for-mp'
import { findCampaign, isClosedToWriting } from '@/lib/content/find-campaign'
import { findSeat } from '@/lib/directory/lookup'
import { writingAddress } from '@/lib/letters/writing-addresses'
import { AsideStage } from './aside-stage'
import { MpStage } from './mp-stage'
import { NearBoundary } from './near-boundary'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string; seat: string }> }

/** A link to a constituency's letter shows that constituency. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { campaign, seat } = await asked(params)
  if (!campaign || !seat) return {}
  return {
    ...(await campaignMetadata(campaign, writingAddress(campaign.slug, seat.code), seat)),
    title: pageTitle({ step: seat.mp ? 'Is this your MP?' : 'Your constituency', campaign: campaign.content.title }),
    robots: { index: false },
  }
}

/** Who the letter would go to: the same page for everyone of a constituency, unless their postcode is near another. */
export default async function IsThisYourMp({ params }: Props) {
  const { campaign, seat, now } = await asked(params)
  if (!campaign || !seat) notFound()
  if (isClosedToWriting(campaign, now)) redirect(`/campaigns/${campaign.slug}`)
  const aside = asideOf(campaign.content, seat)
  if (aside) return <AsideStage campaign={campaign} seat={seat} aside={aside} />
  const { query, source = '' } = currentExchange()
  // Made for everyone, it is asked with no query.
  const addressOf = (code: string, postcode: string) =>
    writingAddress(campaign.slug, code, undefined, { postcode, source })
  const near = await seatsNear(publicContext(), query, seat.code)
  return <MpStage campaign={campaign} seat={seat} near={near && <NearBoundary near={near} addressOf={addressOf} />} />
}

async function asked(params: Props['params']) {
  const [{ slug, seat: code }, ctx] = [await params, publicContext()]
  const [campaign, seat] = await Promise.all([findCampaign(ctx, slug), findSeat(ctx, code)])
  return { campaign, seat, now: ctx.now() }
}
