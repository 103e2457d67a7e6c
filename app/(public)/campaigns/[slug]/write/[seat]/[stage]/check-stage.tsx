import type { Challenge } from 'altcha-lib'
import type { ReactNode } from 'react'
import { limitsLifted } from '@/app/_server/caller/limit-caller'
import type { LetterState } from '@/app/_server/letter/state'
import type { Preview } from '@/app/(public)/preview-bar'
import { PublicPage } from '@/app/(public)/public-page'
import { stageBySeat } from '@/app/(public)/stage-by-seat'
import { whyNotEmailedNow } from '@/app/(public)/why-not-emailed-now'
import { AsWritten } from '@/components/letter/as-written'
import { DraftKeeper } from '@/components/letter/draft-keeper'
import { EmailText } from '@/components/letter/email-text'
import { LetterSheet } from '@/components/letter/letter-sheet'
import { Puzzle } from '@/components/letter/puzzle'
import { Stages } from '@/components/letter/stages'
import { Button } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { Unbroken } from '@/components/ui/unbroken'
import { writerLines } from '@/emails/_components/sent-letter'
import type { ConsentKind } from '@/lib/content/consent-kinds'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import type { Seat } from '@/lib/directory/lookup'
import type { Context } from '@/lib/kernel/context'
import { longDate } from '@/lib/kernel/text'
import { addressOf } from '@/lib/letters/link-addresses'
import { noteBelowMail, noteBelowPrint } from '@/lib/letters/proof/note-below'
import { sentLetter } from '@/lib/letters/sent-letter'
import { makeChallenge } from '@/lib/limits/puzzle/challenge'
import { isPuzzleAsked, UNSOLVED_MINUTES } from '@/lib/limits/puzzle/is-puzzle-asked'
import { installationName } from '@/lib/settings/installation'
import { type Measure, measureLetter } from '@/lib/writing/originality/measure'
import { overlapWords, shareWords } from '@/lib/writing/originality/share-in-words'
import { addressee } from '@/lib/writing/salutation'
import { CarriedFields } from './carried-fields'
import { Offered } from './offered'
import { stageAction } from './stage-action'
import { afterwards, sends } from './what-sending-does'
import { WhichIsRight } from './which-is-right'

type Props = {
  ctx: Context
  campaign: LiveCampaign
  seat: Seat
  posted: Extract<LetterState, { stage: 'check' }>
  preview?: Preview | undefined
}

/** What is known of the letter, with the letter as the MP gets it, and the last page before anything is stored. */
export async function CheckStage({ ctx, campaign, seat, posted, preview }: Props) {
  const { draft, letter, faults, slip, elsewhere, terminated } = posted
  const asked = faults.some(({ field }) => field === 'home')
  const { words, details, postcode } = letter
  const { subject, body } = words
  const { name, email } = details
  const written = sentLetter({ name, email, postcode }, { ...details, subject, body }, seat.mp?.name ?? null)
  const isAsked = !preview && !limitsLifted() && (await isPuzzleAsked(ctx))
  const challenge = isAsked ? await makeChallenge(draft.submission, ctx.now()) : null
  const measure = await measureLetter(ctx, { content: campaign.content, seat, body })
  const facts = {
    campaign: campaign.content.title,
    placing: letter.placing,
    constituency: seat.name,
    ownShare: measure.ownShare,
  }
  const note =
    whyNotEmailedNow(seat) === 'no-email'
      ? noteBelowPrint(addressOf(ctx).campaign(campaign.slug), { ...facts, isConfirmed: true })
      : noteBelowMail(await installationName(ctx), facts)
  const action = stageAction(campaign.slug, seat.code, 'check', preview)
  const change = {
    letter: stageAction(campaign.slug, seat.code, 'letter', preview),
    you: stageAction(campaign.slug, seat.code, 'you', preview),
  }
  return (
    <PublicPage campaign={campaign} preview={preview}>
      <Stages at="check" last={stageBySeat(seat)} />
      <ErrorSummary faults={faults} heading={asked ? undefined : 'Please wait a little'} />
      <PageTitle lead="Nothing is stored or sent until you say so.">Check your letter</PageTitle>
      {!preview && <DraftKeeper slug={campaign.slug} seat={seat.code} mp={seat.mp?.name ?? null} at="check" posted />}
      <form id="check-form" method="post" action={action} className="space-y-8">
        <CarriedFields draft={draft} step="check" leaveOut={[]} />
        <dl className="max-w-measure border-t-2 border-edge">
          <Row term="To">
            {seat.mp?.name ?? 'The next MP'}, {seat.mp ? 'MP for' : 'for'} {seat.name}
          </Row>
          <Row term="From" change={{ what: 'your name and address', to: 'you', action: change.you }}>
            <span className="block wrap-anywhere">{[name, ...written.address, postcode].join(', ')}</span>
            {terminated && (
              <span className="mt-1 block text-muted">
                {postcode} is no longer in use. Your letter is taken with it; if your home has a newer one, change it.
              </span>
            )}
            {written.abroad.length > 0 && (
              <span className="block wrap-anywhere">Living at present at {written.abroad.join(', ')}</span>
            )}
            {written.phone !== '' && <span className="block">Telephone {written.phone}</span>}
          </Row>
          <Row term="E-mail" change={{ what: 'your e-mail address', to: 'you', action: change.you }}>
            <strong className="block text-lead wrap-anywhere">
              <EmailText email={email} />
            </strong>
            {slip && <Meant slip={slip} />}
          </Row>
          <Row term="Updates" change={{ what: 'whether you get updates', to: 'you', action: change.you }}>
            {updatesOf(details.updates, campaign.content.consent.kind)}
          </Row>
          <Row term="Letter" change={{ what: 'the letter', to: 'letter', action: change.letter }}>
            <span dir="auto" className="block wrap-anywhere">
              {subject}
            </span>
            <Measured measure={measure} body={body} mp={seat.mp?.name ?? 'the same MP'} />
          </Row>
        </dl>
        <Offered draft={draft} />
        <Details look="plain" summary="Read it once more">
          <LetterSheet
            label="Your letter"
            from={writerLines(written)}
            to={addressee(seat.mp, seat.name)}
            date={longDate(ctx.now())}
            salutation={written.salutation}
            subject={subject}
            body={body}
            note={note}
          />
        </Details>
        <AsWritten />
        {elsewhere && (
          <WhichIsRight
            postcode={postcode}
            seat={seat}
            elsewhere={elsewhere}
            error={asked ? faults[0]?.message : undefined}
          />
        )}
        {challenge && <AskedSum challenge={challenge} />}
        <div>
          <Button arrow>{elsewhere ? 'Go on' : sends(seat)}</Button>
          <p className="mt-3 max-w-measure text-muted">{afterwards(seat, elsewhere !== null)}</p>
        </div>
      </form>
    </PublicPage>
  )
}

type Change = { what: string; to: 'letter' | 'you'; action: string }

/** A line of what is checked, with a way back to change it. */
function Row({ term, change, children }: { term: string; change?: Change; children: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-x-4 border-b border-hair py-1.5 sm:flex-nowrap">
      <dt className="flex min-h-target flex-1 items-center font-bold sm:w-28 sm:flex-none sm:items-start sm:pt-1.5">
        {term}
      </dt>
      <dd className="order-last min-w-0 basis-full pb-1.5 text-[min(1rem,9.75vw)] sm:order-none sm:flex-1 sm:basis-0 sm:py-1.5">
        {children}
      </dd>
      {change && (
        <dd className="shrink-0">
          <Button look="quiet" name="change" value={change.to} formAction={change.action}>
            Change<span className="sr-only"> {change.what}</span>
          </Button>
        </dd>
      )}
    </div>
  )
}

/** Why there is a sum, true with scripts and without. */
function AskedSum({ challenge }: { challenge: Challenge }) {
  return (
    <div className="mb-6 max-w-measure">
      <p>
        <Unbroken>
          So that programs cannot send letters by the thousand, your browser does a sum first, by itself, which takes
          some seconds. Without scripts it cannot: your letter is taken all the same, and the e-mail with the link then
          comes {UNSOLVED_MINUTES} minutes later.
        </Unbroken>
      </p>
      <Puzzle challenge={challenge} />
    </div>
  )
}

/** What makes a letter count, measured against all that staff wrote and every earlier letter. It never stands in the way. */
function Measured({ measure: { ownShare, overlap }, body, mp }: { measure: Measure; body: string; mp: string }) {
  const likeAnother = overlapWords(overlap, mp)
  return (
    <span className="mt-1 block text-muted">
      {likeAnother ? `${likeAnother} You can also send it as it is.` : shareWords(ownShare, body)}
    </span>
  )
}

function updatesOf(updates: boolean, kind: ConsentKind): string {
  if (!updates) return 'No'
  return kind === 'soft-opt-in'
    ? 'Yes, by e-mail, unless this address has refused them or left before'
    : 'Yes, by e-mail, on this campaign'
}

/** The address that was probably meant, to take at one press. */
function Meant({ slip }: { slip: string }) {
  return (
    <div className="pt-2">
      <Notice heading={`Did you mean ${slip}?`}>
        <Button look="second" name="offer" value="email">
          Yes, use that
        </Button>
      </Notice>
    </div>
  )
}
