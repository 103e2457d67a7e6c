import { CampaignMap } from '@/app/(public)/campaign-map'
import { LetterAsSent } from '@/app/(public)/letter-as-sent'
import type { Preview } from '@/app/(public)/preview-bar'
import { PublicPage } from '@/app/(public)/public-page'
import { Share } from '@/app/(public)/share'
import { RichText } from '@/components/campaign/rich-text'
import { Envelope } from '@/components/letter/envelope'
import { Stages } from '@/components/letter/stages'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import type { CampaignContent } from '@/lib/content/content'
import type { Seat } from '@/lib/directory/lookup'
import type { PublicSeats } from '@/lib/figures/public/public-seats'
import { longDate, timeAndDate } from '@/lib/kernel/text'
import type { letterHistory, OpenLetter } from '@/lib/letters/find'
import { isTheirsToSend } from '@/lib/letters/printed/sent-by-writer'
import { placingKept } from '@/lib/letters/proof/placing'
import { postcodeWords } from '@/lib/letters/proof/placing-words'
import { sentLetter } from '@/lib/letters/sent-letter'
import type { WriterMail } from '@/lib/letters/writer-mail-status'
import { historyWords, shownHistory, stateWords } from './state-words'

type Facts = Pick<
  OpenLetter,
  | 'state'
  | 'placing'
  | 'placedIn'
  | 'heldReason'
  | 'sentByWriterAt'
  | 'acceptedAt'
  | 'copiedAt'
  | 'confirmedAt'
  | 'createdAt'
  | 'person'
  | 'text'
> & { campaignSlug: string; notGenuineAt?: Date | null; mail: WriterMail }

type Props = {
  letter: Facts
  content: CampaignContent
  seat: Seat | null
  /** To whom it goes, or has gone. */
  mp: { name: string; party: string } | null
  history: Awaited<ReturnType<typeof letterHistory>>
  seats: PublicSeats
  /** Counts who comes by its writer's link; `null` where there is none. */
  shareCode: string | null
  sendingPaused: boolean
  /** Its writer has just confirmed it. */
  confirmed: boolean
  /** It was confirmed before. */
  already: boolean
  /** Where it is laid out to print. */
  printAt: string | null
  /** What stands below the letter as its MP gets it. */
  note: string
  preview?: Preview
}

/** Where a letter is, and what its writer can do now. */
export function LetterStatus(props: Props) {
  const {
    letter,
    content,
    seat,
    mp,
    history,
    seats,
    shareCode,
    sendingPaused,
    confirmed,
    already,
    printAt,
    note,
    preview,
  } = props
  const words = stateWords(letter, history, mp?.name ?? null, seat?.name ?? '')
  const written = letter.person && letter.text ? sentLetter(letter.person, letter.text, mp?.name ?? null) : null
  return (
    <PublicPage palette={content.palette} preview={preview}>
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
      {printAt && isTheirsToSend(letter) && letter.text && (
        <ButtonLink href={printAt} arrow>
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
          {shownHistory(history).map(({ state, reason, at }) => (
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
      {seat && ['queued', 'sending', 'accepted', 'delivered'].includes(letter.state) && (
        <p className="max-w-measure">
          With the letter goes a link by which the MP’s office can check it. This is what it says of your postcode:{' '}
          {postcodeWords(placingKept(letter), seat.name)}.
        </p>
      )}
      {letter.confirmedAt && seat && (
        <section aria-labelledby="map" className="max-w-measure">
          <h2 id="map" className="mb-3 text-h2">
            Who else has written
          </h2>
          <CampaignMap slug={letter.campaignSlug} seats={seats} own={{ code: seat.code, name: seat.name }} />
        </section>
      )}
      {letter.confirmedAt && (
        <Share
          text={content.share.text}
          slug={letter.campaignSlug}
          {...(seat && shareCode && { own: { code: shareCode, seat } })}
        />
      )}
      {written && (
        <LetterAsSent
          written={written}
          mp={mp}
          constituency={seat?.name ?? ''}
          date={letter.acceptedAt ?? letter.createdAt}
          note={note}
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
