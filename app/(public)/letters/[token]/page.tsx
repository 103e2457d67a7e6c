import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { publicContext } from '@/app/_server/request'
import { CampaignMap } from '@/app/(public)/campaign-map'
import { LetterAsSent } from '@/app/(public)/letter-as-sent'
import { PublicPage } from '@/app/(public)/public-page'
import { RichText } from '@/components/campaign/rich-text'
import { Envelope } from '@/components/letter/envelope'
import { Stages } from '@/components/letter/stages'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { versionContent } from '@/lib/campaigns/find'
import { findSeat } from '@/lib/directory/lookup'
import { publicSeats } from '@/lib/figures/public-seats'
import { shareCode } from '@/lib/figures/share-code'
import { longDate, timeAndDate } from '@/lib/kernel/text'
import { readLink } from '@/lib/kernel/tokens'
import { findLetter, letterHistory } from '@/lib/letters/find'
import { mpOfLetter } from '@/lib/letters/mp-of-letter'
import { isTheirsToSend } from '@/lib/letters/sent-by-writer'
import { sentLetter } from '@/lib/letters/sent-letter'
import { isOff } from '@/lib/staff/switches/read'
import { Share } from './share'
import { historyWords, stateWords } from './state-words'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Your letter', robots: { index: false } }

type Props = {
  params: Promise<{ token: string }>
  searchParams: Promise<{ confirmed?: string; already?: string }>
}

/** Where a letter is, under a link that only its writer has. */
export default async function LetterPage({ params, searchParams }: Props) {
  const { token } = await params
  const { confirmed, already } = await searchParams
  const ctx = publicContext()
  const link = await readLink(ctx, 'letter', token)
  const letter = link?.letterId ? await findLetter(ctx, link.letterId) : null
  if (!letter) notFound()
  const [code, seat, content, history, mp, seats, sendingPaused] = await Promise.all([
    shareCode(ctx, letter.id),
    findSeat(ctx, letter.constituencyCode),
    versionContent(ctx, letter.versionId),
    letterHistory(ctx, letter.id),
    mpOfLetter(ctx, letter),
    publicSeats(ctx, letter.campaignId),
    isOff(ctx, 'sending'),
  ])
  const words = stateWords(letter, mp?.name ?? null, seat?.name ?? '')
  const written = letter.person && letter.text ? sentLetter(letter.person, letter.text, mp?.name ?? null) : null
  return (
    <PublicPage palette={content.palette}>
      <Stages at="sent" />
      {already && <Notice heading="This letter was already confirmed">It goes once, and counts once.</Notice>}
      <PageTitle part={content.title} lead={words.lead}>
        {confirmed && letter.state !== 'held' ? content.thankYou.title : words.title}
      </PageTitle>
      <Envelope
        mp={mp && { name: mp.name, party: mp.party }}
        constituency={seat?.name ?? ''}
        posted={letter.acceptedAt ? longDate(letter.acceptedAt) : undefined}
        held={letter.state === 'held'}
        dissolved={seat?.dissolved}
      />
      {letter.sentByWriterAt && (
        <Notice look="done" heading="You have sent it yourself">
          <p>
            You told us so on {longDate(letter.sentByWriterAt)}. It is counted, apart from the letters that we send.
          </p>
        </Notice>
      )}
      {['queued', 'sending'].includes(letter.state) && sendingPaused && <SendingPaused />}
      {isTheirsToSend(letter) && letter.text && (
        <ButtonLink href={`/campaigns/${letter.campaignSlug}/print/${token}`} arrow>
          {letter.heldReason === 'no-email' ? 'Print your letter' : 'Print it, or send it yourself'}
        </ButtonLink>
      )}
      {confirmed && (
        <div className="max-w-measure space-y-4">
          <RichText text={content.thankYou.paragraphs} />
        </div>
      )}
      <section aria-labelledby="history" className="max-w-measure">
        <h2 id="history" className="text-h2">
          What has happened
        </h2>
        <ol className="mt-3 border-t border-hair">
          {history.map(({ state, reason, at }) => (
            <li
              key={`${state} ${at.toISOString()}`}
              className="flex flex-wrap justify-between gap-x-6 border-b border-hair py-2.5"
            >
              <span>{historyWords(state, reason)}</span>
              <time dateTime={at.toISOString()} className="text-muted tabular-nums">
                {timeAndDate(at)}
              </time>
            </li>
          ))}
        </ol>
      </section>
      {letter.confirmedAt && seat && (
        <section aria-labelledby="map" className="max-w-measure">
          <h2 id="map" className="mb-3 text-h2">
            Who else has written
          </h2>
          <CampaignMap slug={letter.campaignSlug} seats={seats} own={{ code: seat.code, name: seat.name }} />
        </section>
      )}
      {letter.confirmedAt && (
        <Share text={content.share.text} slug={letter.campaignSlug} {...(seat && { own: { code, seat } })} />
      )}
      {written && (
        <LetterAsSent
          written={written}
          mp={mp}
          constituency={seat?.name ?? ''}
          date={letter.acceptedAt ?? letter.createdAt}
        />
      )}
      <p>
        <a className="link" href="/my-data">
          See all that we hold about you, or have it erased
        </a>
      </p>
    </PublicPage>
  )
}

function SendingPaused() {
  return (
    <Notice look="held" heading="Sending is paused at the moment">
      <p>
        We have stopped sending letters for everyone, for a while. Yours keeps its place and goes as soon as we start
        again: there is nothing for you to do.
      </p>
    </Notice>
  )
}
