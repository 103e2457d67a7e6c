import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { countNextSteps } from '@/app/_server/count-next-step'
import { currentExchange } from '@/app/_server/exchange'
import { posted, publicContext } from '@/app/_server/request'
import { linkedLetter, linkedTitle } from '@/app/(public)/linked-letter'
import { nameOfLetter } from '@/app/(public)/name-of-letter'
import { campaignSlugOf, versionContent } from '@/lib/content/find-campaign'
import { addressAwaitedUntil } from '@/lib/directory/address-awaited'
import { findSeat } from '@/lib/directory/lookup'
import { publicSeats } from '@/lib/figures/public/public-seats'
import { shareCode } from '@/lib/figures/sources/share-code'
import { lastingLink } from '@/lib/kernel/secrets/tokens'
import { letterHistory } from '@/lib/letters/find'
import { findReply } from '@/lib/letters/find-reply'
import { stepsFor } from '@/lib/letters/next-steps/steps-for'
import { isJustConfirmed } from '@/lib/letters/printed/opens-letter'
import { mpOfLetter } from '@/lib/letters/proof/mp-of-letter'
import { stampOf } from '@/lib/letters/stamp'
import { writerMail } from '@/lib/letters/writer-mail-status'
import { confirmationsLate } from '@/lib/messages/to-writer/confirmations-late'
import { isOff } from '@/lib/settings/switches/is-off'
import { form } from './form'
import { LetterStatus } from './letter-status'
import { WhatCame } from './what-came'

export const dynamic = 'force-dynamic'

type Props = {
  params: Promise<{ token: string }>
  searchParams: Promise<{ confirmed?: string; already?: string; done?: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { token } = await params
  const { letter } = await linkedLetter('letter', token)
  return linkedTitle(nameOfLetter(letter), 'letter', token)
}

/** Where a letter is, under a link that only its writer has. */
export default async function LetterPage({ params, searchParams }: Props) {
  const { token } = await params
  const { confirmed, already, done } = await searchParams
  const ctx = publicContext()
  const { letter } = await linkedLetter('letter', token)
  if (!letter) notFound()
  const [campaignSlug, code, seat, content, history, mp, seats, sendingPaused, mail] = await Promise.all([
    campaignSlugOf(ctx, letter.campaignId),
    shareCode(ctx, letter.id),
    findSeat(ctx, letter.constituencyCode),
    versionContent(ctx, letter.versionId),
    letterHistory(ctx, letter.id),
    mpOfLetter(ctx, letter),
    publicSeats(ctx, letter.campaignId),
    isOff(ctx, 'sending'),
    writerMail(ctx, letter),
  ])
  // Nobody is asked of an answer before a letter was sent.
  const reply = letter.acceptedAt ? await findReply(ctx, letter.id) : null
  const steps = await stepsFor(ctx, { letter, slug: campaignSlug, seat, reply })
  countNextSteps('shown', letter.campaignId, steps)
  const { person, text, ...facts } = letter
  const isFresh = Boolean(confirmed) && isJustConfirmed(ctx, letter)
  const asked = posted(form)?.done ?? (done === 'asked' || done === 'resent' ? done : null)
  return (
    <LetterStatus
      letter={{
        ...facts,
        campaignSlug,
        mail,
        isErased: !person || !text,
        addressAwaitedUntil: mp && addressAwaitedUntil(mp),
        addressGoneAt: mp?.addressGoneAt ?? null,
      }}
      content={content}
      seat={seat}
      mp={mp}
      history={history}
      seats={seats}
      steps={steps}
      shareCode={code}
      sendingPaused={sendingPaused}
      confirmed={isFresh}
      already={Boolean(already)}
      readAt={isFresh ? `/campaigns/${campaignSlug}/print/${token}` : null}
      here={{ href: `/letters/${token}`, stamp: stampOf(letter) }}
      firstAt={letter.chases && `/letters/${await lastingLink(ctx, 'letter', letter.chases)}`}
      said={
        asked && (
          <WhatCame
            of={asked}
            retryAt={currentExchange().retryAt}
            goesAt={letter.mailedAt}
            slug={campaignSlug}
            late={await confirmationsLate(ctx)}
          />
        )
      }
    />
  )
}
