import { madeUp } from '@/app/_server/made-up-writer'
import { publicContext } from '@/app/_server/request'
import { LetterStatus } from '@/app/(public)/letters/[token]/letter-status'
import { Expired } from '@/app/preview/expired'
import { previewOf } from '@/app/preview/preview-of'
import { seatOf } from '@/app/preview/seat-of'
import { publicSeats } from '@/lib/figures/public/public-seats'
import { whyNotEmailed } from '@/lib/letters/printed/why-not-emailed'
import { noteBelowMail } from '@/lib/letters/proof/note-below'
import { installationName } from '@/lib/settings/installation'
import { besideFor } from '@/lib/writing/draft-as-letter'

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
  const [seat, seats] = await Promise.all([seatOf(await searchParams), publicSeats(ctx, campaign.id)])
  const beside = seat && besideFor(campaign.content, seat, 0)
  const heldReason = seat && whyNotEmailed(seat)
  const state = heldReason ? 'held' : 'queued'
  const now = ctx.now()
  const { name, email, postcode, ...address } = madeUp
  const note = noteBelowMail(await installationName(ctx), {
    campaign: campaign.content.title,
    placing: { kind: 'inside', others: [] },
    constituency: seat?.name ?? '',
    ownShare: 0,
  })
  return (
    <LetterStatus
      letter={{
        campaignSlug: campaign.slug,
        state,
        placing: 'inside',
        placedIn: [],
        heldReason,
        sentByWriterAt: null,
        acceptedAt: null,
        copiedAt: null,
        mail: { stopped: false, toldOfEnd: false },
        confirmedAt: now,
        createdAt: now,
        person: { name, email, postcode },
        text: beside?.kind === 'letter' ? { subject: beside.subject, body: beside.body, ...address } : null,
      }}
      content={campaign.content}
      seat={seat}
      mp={seat?.mp ?? null}
      history={[
        { state: 'unconfirmed', reason: null, at: now },
        { state, reason: heldReason, at: now },
      ]}
      seats={seats}
      shareCode={null}
      sendingPaused={false}
      confirmed
      already={false}
      note={note}
      printAt={null}
      preview={preview}
    />
  )
}
