import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { currentExchange } from '@/app/_server/exchange'
import { posted, publicContext } from '@/app/_server/request'
import { findCampaign, isClosedToWriting } from '@/lib/content/find-campaign'
import { isOff } from '@/lib/settings/switches/is-off'
import { PausedStage } from './[seat]/[stage]/paused-stage'
import { ShownStage } from './[seat]/[stage]/shown-stage'
import { stageTitle } from './[seat]/[stage]/stage-title'
import { form } from './form'
import { PostcodeStage, postcodeTitle } from './postcode-stage'
import { whereItLeads } from './where-it-leads'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const campaign = await findCampaign(publicContext(), (await params).slug)
  if (!campaign) return {}
  const { slug, content } = campaign
  const left = posted(form)
  const title = left
    ? stageTitle(left, content.title)
    : postcodeTitle(await whereItLeads(slug, currentExchange().query), content.title)
  return { title, robots: { index: false } }
}

/** Leads to "Is this your MP?", by a postcode or a constituency's code; asks where it is not known whose MP is meant. */
export default async function WritePage({ params }: Props) {
  const ctx = publicContext()
  const campaign = await findCampaign(ctx, (await params).slug)
  if (!campaign) notFound()
  if (isClosedToWriting(campaign, ctx.now())) redirect(`/campaigns/${campaign.slug}`)
  const left = posted(form)
  if (left) return <ShownStage ctx={ctx} campaign={campaign} left={left} />
  if (await isOff(ctx, 'sign-ups')) return <PausedStage campaign={campaign} />
  const leads = await whereItLeads(campaign.slug, currentExchange().query)
  if (leads.to !== null) redirect(leads.to)
  return <PostcodeStage ctx={ctx} campaign={campaign} leads={leads} />
}
