import type { ReactNode } from 'react'
import { AskForLetter } from '@/app/(public)/ask-for-letter'
import { CampaignMap } from '@/app/(public)/campaign-map'
import { NextSteps } from '@/app/(public)/next-steps'
import type { Preview } from '@/app/(public)/preview-bar'
import { PublicPage } from '@/app/(public)/public-page'
import { Share } from '@/app/(public)/share'
import { RichText } from '@/components/campaign/rich-text'
import { Envelope } from '@/components/letter/envelope'
import { ForgetQuery } from '@/components/letter/forget-query'
import { MovesOn } from '@/components/letter/moves-on'
import { Stages } from '@/components/letter/stages'
import { Button, ButtonLink } from '@/components/ui/button'
import { ChangingText } from '@/components/ui/changing-text'
import { Details } from '@/components/ui/details'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { Unbroken } from '@/components/ui/unbroken'
import type { LetterState } from '@/db/schema/index'
import { accentName } from '@/lib/content/accent/accent-name'
import type { CampaignContent } from '@/lib/content/content'
import { shareTextFor, thankYouFor } from '@/lib/content/texts-by-fate'
import type { Seat } from '@/lib/directory/lookup'
import type { PublicSeats } from '@/lib/figures/public/public-seats'
import { longDate } from '@/lib/kernel/text'
import type { letterHistory, OpenLetter } from '@/lib/letters/find'
import type { ShownStep } from '@/lib/letters/next-steps/steps-for'
import { isTheirsToSend } from '@/lib/letters/printed/sent-by-writer'
import { placingKept } from '@/lib/letters/proof/placing'
import { postcodeWords } from '@/lib/letters/proof/placing-words'
import type { WriterMail } from '@/lib/letters/writer-mail-status'
import { LetterHistory } from './letter-history'
import { fateOf, stateWords, wasTried } from './state-words'

type Facts = Pick<
  OpenLetter,
  | 'state'
  | 'chases'
  | 'placing'
  | 'placedIn'
  | 'heldReason'
  | 'sentByWriterAt'
  | 'acceptedAt'
  | 'copiedAt'
  | 'confirmedAt'
> & {
  campaignSlug: string
  notGenuineAt?: Date | null
  mail: WriterMail
  /** Whether what its writer wrote is erased. */
  isErased: boolean
  addressAwaitedUntil?: Date | null
  addressGoneAt?: Date | null
}

type Props = {
  letter: Facts
  content: CampaignContent
  seat: Seat | null
  /** To whom it goes, or has gone. */
  mp: { name: string; party: string } | null
  history: Awaited<ReturnType<typeof letterHistory>>
  seats: PublicSeats
  /** What its writer can do next. */
  steps: readonly ShownStep[]
  /** Counts who comes by its writer's link; `null` where there is none. */
  shareCode: string | null
  sendingPaused: boolean
  /** Its writer has just confirmed it. */
  confirmed: boolean
  /** It was confirmed before. */
  already: boolean
  /** Where it can be read and printed: just after confirming. Later its writer asks for a link by e-mail. */
  readAt: string | null
  /** Where this page is, and what says that it has moved on; `null` where that is nowhere, as in a preview. */
  here: { href: string; stamp: string } | null
  /** Where the letter is that this one chases, if it is a second one. */
  firstAt?: string | null
  /** What came of asking for a link, or for the e-mail that confirms. */
  said?: ReactNode
  preview?: Preview
}

/** Where a letter is, and what its writer can do now. Nothing on it is private but where they live, by constituency. */
export function LetterStatus(props: Props) {
  const { letter, content, seat, mp, history, confirmed, already, here, firstAt, said, preview } = props
  const words = stateWords(letter, history, mp?.name ?? null, seat?.name ?? '')
  const fate = fateOf(letter)
  const isThanked = confirmed && fate !== null
  const isShared = letter.confirmedAt !== null && props.steps.some(({ kind }) => kind === 'share')
  const title = isThanked && fate === 'going' ? content.thankYou.title : words.title
  return (
    <PublicPage palette={accentName(content)} preview={preview}>
      <Stages
        at={UNCONFIRMED.includes(letter.state) ? 'confirm' : 'sent'}
        last={letter.sentByWriterAt ? { label: 'Sent by you' } : words.stage}
      />
      {already && (
        <Notice heading="This letter was already confirmed">It counts once, however often its link is opened.</Notice>
      )}
      {said}
      <PageTitle part={content.title} lead={<ChangingText>{words.lead}</ChangingText>}>
        <ChangingText>{title}</ChangingText>
      </PageTitle>
      {firstAt && (
        <p className="max-w-measure">
          It asks for an answer to your first.{' '}
          <a className="link" href={firstAt}>
            See your first letter
          </a>
        </p>
      )}
      {here && <Watch here={here} letter={letter} said={`${words.title}. ${words.lead}`} />}
      <WhatToDo {...props} />
      <Envelope
        mp={mp && { name: mp.name, party: mp.party }}
        constituency={seat?.name ?? ''}
        posted={letter.acceptedAt && wasTried(history) ? longDate(letter.acceptedAt) : undefined}
        held={!GOES.includes(letter.state) || Boolean(letter.notGenuineAt)}
        dissolved={seat?.dissolved}
      />
      <p className="max-w-measure text-note text-muted">
        This page is yours alone: whoever has its address sees where your letter is.
        {isShared && ' To ask others to write, give them the link below.'}
      </p>
      {letter.confirmedAt && <WhatNext {...props} text={shareTextFor(content, fate)} />}
      {isThanked && (
        <div className="max-w-measure space-y-4">
          <RichText text={thankYouFor(content, fate)} />
        </div>
      )}
      <LetterHistory history={history} />
      {letter.confirmedAt && seat && <Others {...props} seat={seat} />}
      <OwnThings {...props} />
    </PublicPage>
  )
}

/** It goes, or has gone: in any other state the place of its stamp is empty. */
const GOES = ['queued', 'sending', 'accepted', 'delivered']
const UNCONFIRMED: LetterState[] = ['unconfirmed', 'expired']
const ENDED_UNSENT: LetterState[] = ['bounced', 'failed', 'withdrawn']
const MAY_MOVE = ['queued', 'sending', 'accepted']

/** Goes on by itself while somebody looks, where it may move soon; by a link where scripts do not run. */
function Watch({ here, letter, said }: { here: NonNullable<Props['here']>; letter: Facts; said: string }) {
  return (
    <>
      <ForgetQuery />
      {MAY_MOVE.includes(letter.state) && (
        <p>
          <MovesOn address={`${here.href}/now`} stamp={here.stamp} said={said} />
          <a className="link font-semibold" href={here.href}>
            See where it is now
          </a>
        </p>
      )}
    </>
  )
}

/** What there is to do or to know before anything else. */
function WhatToDo({ letter, sendingPaused, readAt, here }: Props) {
  if (letter.sentByWriterAt && letter.state !== 'by-writer') {
    return (
      <Notice look="done" heading="You have sent it yourself">
        <p>
          <Unbroken>
            You told us so on {longDate(letter.sentByWriterAt)}. It is counted, apart from the letters that we send.
          </Unbroken>
        </p>
      </Notice>
    )
  }
  if (letter.state === 'unconfirmed' && here && !letter.isErased && !letter.notGenuineAt)
    return <AskForConfirmation action={here.href} />
  if (letter.state === 'expired') {
    return (
      <p>
        <a className="link font-semibold" href={`/campaigns/${letter.campaignSlug}`}>
          Write your letter again
        </a>
      </p>
    )
  }
  if (['queued', 'sending'].includes(letter.state) && sendingPaused) return <SendingPaused />
  if (letter.isErased || !isTheirsToSend(letter)) return null
  const what = letter.heldReason === 'no-email' ? 'Print your letter' : 'Print it, or send it yourself'
  if (readAt) {
    return (
      <ButtonLink href={readAt} arrow>
        {what}
      </ButtonLink>
    )
  }
  return (
    here && (
      <section aria-labelledby="to-print" className="space-y-3">
        <h2 id="to-print" className="text-h2">
          {what}
        </h2>
        <AskForLetter action={here.href} />
      </section>
    )
  )
}

/** For those who cannot find the e-mail that confirms. */
function AskForConfirmation({ action }: { action: string }) {
  return (
    <form id="resend-form" method="post" action={action} className="max-w-measure space-y-3">
      <p>
        <Unbroken>
          Nothing there? Look in your spam or junk folder as well. We can send the e-mail once more, to the address that
          you gave.
        </Unbroken>
      </p>
      <Button look="second" name="act" value="confirmation">
        Send the e-mail again
      </Button>
    </form>
  )
}

/** What to do now, first to ask others. */
function WhatNext({ letter, seat, shareCode, steps, text }: Props & { text: string }) {
  return (
    <NextSteps
      steps={steps}
      share={
        <Panel>
          <Share
            text={text}
            slug={letter.campaignSlug}
            {...(seat && shareCode && { own: { code: shareCode, seat } })}
          />
        </Panel>
      }
    />
  )
}

/** Those who have written, on the map: folded where it is no good news that stands above it. */
function Others({ letter, seat, seats }: Props & { seat: Seat }) {
  const map = <CampaignMap slug={letter.campaignSlug} seats={seats} own={{ code: seat.code, name: seat.name }} />
  if (ENDED_UNSENT.includes(letter.state) || letter.notGenuineAt)
    return <Details summary="Who else has written">{map}</Details>
  return (
    <section aria-labelledby="map">
      <h2 id="map" className="mb-3 text-h2">
        Who else has written
      </h2>
      {map}
    </section>
  )
}

/** What is its writer's alone, folded: the letter, what is said of it, their data. */
function OwnThings({ letter, seat, readAt, here }: Props) {
  const isSent = GOES.includes(letter.state)
  const isReadable = letter.confirmedAt && !letter.isErased && letter.state !== 'withdrawn' && !isTheirsToSend(letter)
  return (
    <section aria-labelledby="own" className={isReadable || isSent ? 'border-t-2 border-edge' : ''}>
      <h2 id="own" className="sr-only">
        Your letter and your data
      </h2>
      {isReadable && (
        <Details summary="Your letter">
          {readAt && (
            <p>
              <a className="link font-semibold" href={readAt}>
                Read it, or print it
              </a>
            </p>
          )}
          {!readAt && here && <AskForLetter action={here.href} look="second" />}
        </Details>
      )}
      {seat && isSent && (
        <Details summary="What your MP’s office can check">
          <p>
            With the letter goes a link by which the MP’s office can check it. This is what it says of your postcode:{' '}
            {postcodeWords(placingKept(letter), seat.name)}.
          </p>
        </Details>
      )}
      <p className={isReadable || isSent ? 'pt-4' : ''}>
        <a className="link" href="/my-data">
          See all that we hold about you, or have it erased
        </a>
      </p>
    </section>
  )
}

function Panel({ children }: { children: ReactNode }) {
  return <div className="border border-hair bg-ground p-4 sm:p-7">{children}</div>
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
