import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { emptyDraft } from '@/app/_server/letter/posted-draft'
import { posted, publicContext, visitSource } from '@/app/_server/request'
import { campaignMetadata } from '@/app/(public)/campaign-metadata'
import { PublicPage } from '@/app/(public)/public-page'
import { SignUpsPaused } from '@/app/(public)/sign-ups-paused'
import { chooseAddress } from '@/components/campaign/constituency/choose-address'
import { PageTitle } from '@/components/ui/page-title'
import { findCampaign, isClosedToWriting, type LiveCampaign } from '@/lib/content/find-campaign'
import { findSeat } from '@/lib/directory/lookup'
import { isOff } from '@/lib/settings/switches/is-off'
import { CheckStage } from './check-stage'
import { form } from './form'
import { LetterStage } from './letter-stage'
import { PostcodeStage } from './postcode-stage'
import { StartStage } from './start-stage'

export const dynamic = 'force-dynamic'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Partial<Record<'postcode' | 'constituency' | 'choice' | 'find', string | string[]>>>
}

/** A link to a constituency's letter shows that constituency. */
export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ slug }, { constituency }] = await Promise.all([params, searchParams])
  const own: Metadata = { title: 'Write to your MP', robots: { index: false } }
  const code = first(constituency)
  const ctx = publicContext()
  const [campaign, seat] = code ? await Promise.all([findCampaign(ctx, slug), findSeat(ctx, code)]) : []
  if (!campaign || !seat) return own
  const path = `/campaigns/${slug}/write?constituency=${seat.code}`
  return { ...(await campaignMetadata(campaign, path, seat)), ...own }
}

/** Your MP and your letter. What was posted decides the stage; a plain visit begins with the MP. */
export default async function WritePage({ params, searchParams }: Props) {
  const ctx = publicContext()
  const campaign = await findCampaign(ctx, (await params).slug)
  if (!campaign) notFound()
  if (isClosedToWriting(campaign, ctx.now())) redirect(`/campaigns/${campaign.slug}`)
  const left = posted(form)
  if (left) {
    const seat = await findSeat(ctx, left.draft.constituency)
    if (!seat) notFound()
    if (left.stage === 'check') return <CheckStage ctx={ctx} campaign={campaign} seat={seat} posted={left} />
    if (left.stage === 'letter') return <LetterStage campaign={campaign} seat={seat} posted={left} />
    return <StartStage campaign={campaign} seat={seat} draft={left.draft} faults={left.faults} terminated={false} />
  }
  if (await isOff(ctx, 'sign-ups')) return <PausedStage campaign={campaign} />
  const { postcode, constituency, choice, find } = await searchParams
  // Typed and not chosen: what it finds is listed. A list sent without a choice is asked again.
  if (first(find) && !first(constituency)) {
    const noneChosen = constituency === undefined && { choice: 'none' }
    redirect(
      chooseAddress(campaign.slug, {
        find: first(find),
        postcode: first(postcode),
        source: visitSource(),
        ...noneChosen,
      }),
    )
  }
  const code = first(constituency)
  const seat = code ? await findSeat(ctx, code) : null
  if (!seat) {
    const none = constituency === undefined && choice !== undefined
    const chosen = constituency === undefined ? null : code
    return <PostcodeStage ctx={ctx} campaign={campaign} typed={first(postcode)} chosen={chosen} noneOfSplit={none} />
  }
  const draft = emptyDraft(first(postcode), seat.code)
  return <StartStage campaign={campaign} seat={seat} draft={draft} faults={[]} terminated={false} />
}

function first(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** In place of the first stage, while no letters are taken. */
export function PausedStage({ campaign }: { campaign: LiveCampaign }) {
  return (
    <PublicPage campaign={campaign}>
      <PageTitle>Write to your MP</PageTitle>
      <SignUpsPaused />
    </PublicPage>
  )
}
