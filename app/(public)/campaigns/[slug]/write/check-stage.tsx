import type { Challenge } from 'altcha-lib'
import { limitsLifted } from '@/app/_server/caller/limit-caller'
import type { LetterState } from '@/app/_server/letter/state'
import type { Preview } from '@/app/(public)/preview-bar'
import { PublicPage } from '@/app/(public)/public-page'
import { LetterSheet } from '@/components/letter/letter-sheet'
import { Puzzle } from '@/components/letter/puzzle'
import { Stages } from '@/components/letter/stages'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import type { Seat } from '@/lib/directory/lookup'
import type { Context } from '@/lib/kernel/context'
import { longDate } from '@/lib/kernel/text'
import { addressOf } from '@/lib/letters/link-addresses'
import { whyNotEmailed } from '@/lib/letters/printed/why-not-emailed'
import { noteBelowMail, noteBelowPrint } from '@/lib/letters/proof/note-below'
import { makeChallenge } from '@/lib/limits/puzzle/challenge'
import { isPuzzleAsked, UNSOLVED_MINUTES } from '@/lib/limits/puzzle/is-puzzle-asked'
import { installationName } from '@/lib/settings/installation'
import { type Measure, measureLetter } from '@/lib/writing/originality/measure'
import { overlapWords, shareWords } from '@/lib/writing/originality/share-in-words'
import { addressee, salutation } from '@/lib/writing/salutation'
import { CarriedFields } from './carried-fields'
import { Offered } from './offered'
import { WhichIsRight } from './which-is-right'

type Props = {
  ctx: Context
  campaign: LiveCampaign
  seat: Seat
  posted: Extract<LetterState, { stage: 'check' }>
  preview?: Preview
}

/** The letter exactly as the MP gets it, and the last page before anything is stored. */
export async function CheckStage({ ctx, campaign, seat, posted, preview }: Props) {
  const { draft, letter, faults, slip, elsewhere } = posted
  const asked = faults.some(({ field }) => field === 'home')
  const { words, details, postcode } = letter
  const { subject, body } = words
  const { name, email } = details
  const address = [details.address1, details.address2, details.town].filter(Boolean)
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
    whyNotEmailed(seat) === 'no-email'
      ? noteBelowPrint(addressOf(ctx).campaign(campaign.slug), { ...facts, isConfirmed: true })
      : noteBelowMail(await installationName(ctx), facts)
  return (
    <PublicPage campaign={campaign} preview={preview}>
      <Stages at="check" />
      <ErrorSummary faults={faults} heading={asked ? undefined : 'Please wait a little'} />
      <PageTitle lead="This is the letter as your MP gets it. Nothing is stored or sent until you say so.">
        Check your letter
      </PageTitle>
      <LetterSheet
        label="Your letter"
        from={[name, ...address, postcode, email]}
        to={addressee(seat.mp, seat.name)}
        date={longDate(ctx.now())}
        salutation={`${salutation(seat.mp?.name ?? null)},`}
        subject={subject}
        body={body}
        signature={name}
        note={note}
      />
      <Offered draft={draft} form="check-form" />
      <Measured measure={measure} body={body} mp={seat.mp?.name ?? 'the same MP'} />
      <div className="flex flex-wrap gap-x-8 gap-y-2">
        <Button look="quiet" form="check-form" name="change" value="letter">
          Change the letter or your details
        </Button>
        <Button look="quiet" form="check-form" name="change" value="start">
          Change what it asks for
        </Button>
      </div>
      <EmailShown email={email} slip={slip} />
      <p className="max-w-measure">
        {details.updates
          ? 'You asked for updates on this campaign by e-mail.'
          : 'You did not ask for updates, so you get none.'}
      </p>
      <form
        id="check-form"
        method="post"
        action={preview ? `${preview.base}/write` : `/campaigns/${campaign.slug}/write`}
      >
        <CarriedFields draft={draft} step="check" leaveOut={[]} />
        {elsewhere && (
          <WhichIsRight
            postcode={postcode}
            seat={seat}
            elsewhere={elsewhere}
            error={asked ? faults[0]?.message : undefined}
          />
        )}
        {challenge && <AskedSum challenge={challenge} />}
        <Button arrow>{elsewhere ? 'Go on' : 'Send my letter'}</Button>
        <p className="mt-3 max-w-measure text-muted">
          Next we e-mail you a link. The letter goes to {elsewhere ? 'your MP' : (seat.mp?.name ?? 'the new MP')} only
          once you have confirmed that it is yours.
        </p>
      </form>
    </PublicPage>
  )
}

/** Why there is a sum, true with scripts and without. */
function AskedSum({ challenge }: { challenge: Challenge }) {
  return (
    <div className="mb-6 max-w-measure">
      <p>
        So that programs cannot send letters by the thousand, your browser does a sum first, by itself, which takes some
        seconds. Without scripts it cannot: your letter is taken all the same, and the e-mail with the link then comes{' '}
        {UNSOLVED_MINUTES} minutes later.
      </p>
      <Puzzle challenge={challenge} />
    </div>
  )
}

/** What makes a letter count, measured against all that staff wrote and every earlier letter. It never stands in the way. */
function Measured({ measure: { ownShare, overlap }, body, mp }: { measure: Measure; body: string; mp: string }) {
  const likeAnother = overlapWords(overlap, mp)
  if (likeAnother) {
    return (
      <Notice heading="Make it more your own?">
        <p>{likeAnother} You can also send it as it is.</p>
      </Notice>
    )
  }
  return <p className="max-w-measure font-semibold">{shareWords(ownShare, body)}</p>
}

function EmailShown({ email, slip }: { email: string; slip: string | null }) {
  return (
    <div className="max-w-measure space-y-3">
      <h2 className="text-h3">We write to you at</h2>
      <p className="text-lead font-bold wrap-anywhere">{email}</p>
      {slip && (
        <Notice heading={`Did you mean ${slip}?`}>
          <Button look="quiet" form="check-form" name="change" value="letter">
            Change the address
          </Button>
        </Notice>
      )}
    </div>
  )
}
