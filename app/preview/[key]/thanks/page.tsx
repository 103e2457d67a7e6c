import { publicContext } from '@/app/_server/request'
import { AsideStage } from '@/app/(public)/campaigns/[slug]/write/[seat]/aside-stage'
import { LetterStatus } from '@/app/(public)/letters/[token]/letter-status'
import { whyNotEmailedNow } from '@/app/(public)/why-not-emailed-now'
import { Expired } from '@/app/preview/expired'
import { previewOf } from '@/app/preview/preview-of'
import { seatOf } from '@/app/preview/seat-of'
import { asideOf } from '@/lib/content/content-for-mp'
import { addressAwaitedUntil } from '@/lib/directory/address-awaited'
import { publicSeats } from '@/lib/figures/public/public-seats'
import { previewedSteps } from '@/lib/letters/next-steps/steps-for'

export const metadata = { title: 'the thank-you' }

type Props = {
  params: Promise<{ key: string }>
  searchParams: Promise<Partial<Record<'mp' | 'seat', string | string[]>>>
}

/** What a supporter sees once they have confirmed, as if a made-up one just had. */
export default async function PreviewThanks({ params, searchParams }: Props) {
  const preview = await previewOf((await params).key)
  if (preview === 'expired') return <Expired />
  const ctx = publicContext()
  const { campaign } = preview
  const [seat, seats] = await Promise.all([
    seatOf(await searchParams, preview.campaign.content),
    publicSeats(ctx, campaign.id),
  ])
  const aside = seat && asideOf(preview.campaign.content, seat)
  if (seat && aside) return <AsideStage campaign={preview.campaign} seat={seat} aside={aside} preview={preview} />
  const heldReason = seat && whyNotEmailedNow(seat)
  const state = heldReason ? 'held' : 'queued'
  const now = ctx.now()
  return (
    <LetterStatus
      letter={{
        campaignSlug: campaign.slug,
        state,
        chases: null,
        placing: 'inside',
        placedIn: [],
        heldReason,
        sentByWriterAt: null,
        acceptedAt: null,
        copiedAt: null,
        mail: { stopped: false, toldOfEnd: false },
        confirmedAt: now,
        isErased: true,
        addressAwaitedUntil: seat?.mp && addressAwaitedUntil(seat.mp),
      }}
      content={campaign.content}
      seat={seat}
      mp={seat?.mp ?? null}
      history={[
        { state: 'unconfirmed', reason: null, at: now },
        { state, reason: heldReason, at: now },
      ]}
      seats={seats}
      steps={previewedSteps(campaign.content, seat)}
      shareCode={null}
      sendingPaused={false}
      confirmed
      already={false}
      readAt={null}
      here={null}
      preview={preview}
    />
  )
}
