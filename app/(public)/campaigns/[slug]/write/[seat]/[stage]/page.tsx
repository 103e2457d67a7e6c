import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { emptyDraft } from '@/app/_server/letter/posted-draft'
import { posted, publicContext } from '@/app/_server/request'
import { asideOf } from '@/lib/content/content-for-mp'
import { findCampaign, isClosedToWriting } from '@/lib/content/find-campaign'
import { findSeat } from '@/lib/directory/lookup'
import { writtenTypedPostcode } from '@/lib/directory/typed-postcode'
import { writingAddress } from '@/lib/letters/writing-addresses'
import { isWritingStage } from '@/lib/letters/writing-stages'
import { isOff } from '@/lib/settings/switches/is-off'
import { form } from './form'
import { PausedStage } from './paused-stage'
import { ShownStage } from './shown-stage'
import { stageTitle } from './stage-title'
import { WordsStage } from './words-stage'

export const dynamic = 'force-dynamic'

type Props = {
  params: Promise<{ slug: string; seat: string; stage: string }>
  searchParams: Promise<{ postcode?: string | string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const campaign = await findCampaign(publicContext(), (await params).slug)
  return campaign ? { title: stageTitle(posted(form), campaign.content.title), robots: { index: false } } : {}
}

/**
 * A page on which a letter is written. What was posted decides which; a plain visit begins with own words, and a script
 * then goes on to the page that was asked for, where this browser has the letter.
 */
export default async function WritingPage({ params, searchParams }: Props) {
  const ctx = publicContext()
  const { slug, seat: code, stage } = await params
  const campaign = await findCampaign(ctx, slug)
  if (!campaign || !isWritingStage(stage)) notFound()
  if (isClosedToWriting(campaign, ctx.now())) redirect(`/campaigns/${slug}`)
  const left = posted(form)
  if (left) return <ShownStage ctx={ctx} campaign={campaign} left={left} />
  const seat = await findSeat(ctx, code)
  if (!seat) notFound()
  if (asideOf(campaign.content, seat)) redirect(writingAddress(slug, seat.code))
  if (await isOff(ctx, 'sign-ups')) return <PausedStage campaign={campaign} />
  const { postcode } = await searchParams
  const draft = emptyDraft(typeof postcode === 'string' ? writtenTypedPostcode(postcode) : '', seat.code)
  return <WordsStage campaign={campaign} seat={seat} draft={draft} faults={[]} asked={stage} />
}
