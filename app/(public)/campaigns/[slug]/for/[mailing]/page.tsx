import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { currentExchange, oncePerRequest } from '@/app/_server/exchange'
import { pageTitle } from '@/app/_server/page-title'
import { answerWith, publicContext, refusedByLimit, visitSource } from '@/app/_server/request'
import { PausedStage } from '@/app/(public)/campaigns/[slug]/write/[seat]/[stage]/paused-stage'
import { MpStage } from '@/app/(public)/campaigns/[slug]/write/[seat]/mp-stage'
import { PublicPage } from '@/app/(public)/public-page'
import { PostcodeForm } from '@/components/campaign/postcode-form'
import { FilledInForm } from '@/components/letter/filled-in-form'
import { PageTitle } from '@/components/ui/page-title'
import { asideOf } from '@/lib/content/content-for-mp'
import { findCampaign, isClosedToWriting, type LiveCampaign } from '@/lib/content/find-campaign'
import { lookUpPostcode, type Seat } from '@/lib/directory/lookup'
import { type MailingLink, readMailingToken } from '@/lib/letters/mailing/mailing-token'
import { writingAddress } from '@/lib/letters/writing-addresses'
import { isOff } from '@/lib/settings/switches/is-off'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string; mailing: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, mailing } = await params
  const campaign = await findCampaign(publicContext(), slug)
  if (!campaign) return {}
  return {
    title: pageTitle({ step: titles[opened(slug, mailing).kind], campaign: campaign.content.title }),
    robots: { index: false },
    referrer: 'same-origin',
  }
}

const titles: Record<MailingLink['kind'], string> = {
  sound: 'Is this your MP?',
  expired: 'This link has run out',
  unsound: 'This link does not work',
}

/** A link from a mailing that the operator's key has signed: what it fills in is read from it, and stored nowhere. */
export default async function ForOnePerson({ params }: Props) {
  const ctx = publicContext()
  const { slug, mailing } = await params
  const campaign = await findCampaign(ctx, slug)
  if (!campaign) notFound()
  if (isClosedToWriting(campaign, ctx.now())) redirect(`/campaigns/${slug}`)
  if (await isOff(ctx, 'sign-ups')) return <PausedStage campaign={campaign} />
  const link = opened(slug, mailing)
  if (link.kind !== 'sound') return <NoSuchLink campaign={campaign} why={link.kind} />
  const source = visitSource()
  const { postcode } = link.filled
  if (postcode === '') redirect(withSource(`/campaigns/${slug}`, {}, source))
  const seat = await onlySeatOf(postcode)
  // That page asks what is to be asked, where there is more to say of a postcode than one MP.
  if (!seat) redirect(withSource(`/campaigns/${slug}/write`, { postcode }, source))
  if (asideOf(campaign.content, seat)) redirect(writingAddress(slug, seat.code, undefined, { source }))
  currentExchange().reached = { step: 'found', constituency: seat.code, source }
  const form = (
    <FilledInForm slug={slug} seat={seat.code} mp={seat.mp?.name ?? null} filled={link.filled} source={source}>
      <a className="link font-semibold" href={`/campaigns/${slug}`}>
        Not you? Begin without it
      </a>
    </FilledInForm>
  )
  return <MpStage campaign={campaign} seat={seat} form={form} />
}

/** What a link says; read once for a request, which its title asks as well. */
const opened = oncePerRequest((slug: string, token: string) => readMailingToken(publicContext(), token, slug))

async function onlySeatOf(postcode: string): Promise<Seat | null> {
  if (await refusedByLimit('look-up')) return null
  const outcome = await lookUpPostcode(publicContext(), postcode)
  return outcome.status === 'found' ? (outcome.seats[0] ?? null) : null
}

function withSource(path: string, query: Record<string, string>, source: string): string {
  const all = new URLSearchParams([...Object.entries(query), ...new URLSearchParams(source)])
  return all.size > 0 ? `${path}?${all}` : path
}

function NoSuchLink({ campaign, why }: { campaign: LiveCampaign; why: 'expired' | 'unsound' }) {
  answerWith(why === 'expired' ? 410 : 404)
  return (
    <PublicPage campaign={campaign}>
      <PageTitle
        lead={
          why === 'expired'
            ? 'It was made to fill in your name for you, for a time. You can write all the same: begin with your postcode.'
            : 'It may have been cut off on its way to you. You can write all the same: begin with your postcode.'
        }
      >
        {titles[why]}
      </PageTitle>
      <PostcodeForm slug={campaign.slug} source={visitSource()} />
    </PublicPage>
  )
}
