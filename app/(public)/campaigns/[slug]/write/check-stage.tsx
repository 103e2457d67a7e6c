import type { LetterDraft, LetterState } from '@/app/_server/form-state'
import { PublicPage } from '@/app/(public)/public-page'
import type { Preview } from '@/app/preview/preview-of'
import { LetterSheet } from '@/components/letter/letter-sheet'
import { Stages } from '@/components/letter/stages'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import type { LiveCampaign } from '@/lib/campaigns/find'
import type { Seat } from '@/lib/directory/lookup'
import { parsePostcode } from '@/lib/directory/postcode'
import { knownPostcode } from '@/lib/directory/postcodes/known'
import type { Context } from '@/lib/kernel/context'
import { longDate, manyLines, oneLine } from '@/lib/kernel/text'
import { addressee } from '@/lib/letters/addressee'
import { type Measure, measureLetter } from '@/lib/letters/measure'
import { overlapWords, shareWords } from '@/lib/letters/measure-words'
import { salutation } from '@/lib/letters/salutation'
import { CarriedFields } from './carried-fields'

type Props = { ctx: Context; campaign: LiveCampaign; seat: Seat; posted: LetterState; preview?: Preview }

/** The letter exactly as the MP gets it, and the last page before anything is stored. */
export async function CheckStage({ ctx, campaign, seat, posted, preview }: Props) {
  const { draft, faults, slip } = posted
  const { name, address, postcode } = shown(draft)
  const body = manyLines(draft.body)
  // In a preview the supporter, and where they live, are made up.
  const elsewhere = preview ? null : await otherSeat(ctx, postcode, seat)
  const measure = await measureLetter(ctx, { content: campaign.content, constituencyCode: seat.code, body })
  return (
    <PublicPage campaign={campaign} preview={preview}>
      <Stages at="check" />
      <ErrorSummary faults={faults} heading="Please wait a little" />
      <PageTitle lead="This is the letter as your MP gets it. Nothing is stored or sent until you say so.">
        Check your letter
      </PageTitle>
      {elsewhere && (
        <Notice look="held" heading={`Is ${seat.name} right?`}>
          <p>
            {postcode} is in {elsewhere.name}. MPs answer only their own constituents.
          </p>
          <a
            className="link font-semibold"
            href={`/campaigns/${campaign.slug}/write?postcode=${encodeURIComponent(postcode)}`}
          >
            Write to the MP for {elsewhere.name} instead
          </a>
        </Notice>
      )}
      <LetterSheet
        label="Your letter"
        from={[name, ...address, postcode, oneLine(draft.email)]}
        to={addressee(seat.mp, seat.name)}
        date={longDate(ctx.now())}
        salutation={`${salutation(seat.mp?.name ?? null)},`}
        subject={oneLine(draft.subject)}
        body={body}
        signature={name}
      />
      <Measured measure={measure} mp={seat.mp?.name ?? 'the same MP'} />
      <div className="flex flex-wrap gap-x-8 gap-y-2">
        <Button look="quiet" form="check-form" name="change" value="letter">
          Change the letter or your details
        </Button>
        <Button look="quiet" form="check-form" name="change" value="start">
          Change what it asks for
        </Button>
      </div>
      <EmailShown email={oneLine(draft.email)} slip={slip} />
      <p className="max-w-measure">
        {draft.updates
          ? 'You asked for updates on this campaign by e-mail.'
          : 'You did not ask for updates, so you get none.'}
      </p>
      <form
        id="check-form"
        method="post"
        action={preview ? `${preview.base}/write` : `/campaigns/${campaign.slug}/write`}
      >
        <CarriedFields draft={draft} step="check" leaveOut={[]} />
        <Button arrow>Send my letter</Button>
        <p className="mt-3 max-w-measure text-muted">
          Next we e-mail you a link. The letter goes to {seat.mp?.name ?? 'the new MP'} only once you have confirmed
          that it is yours.
        </p>
      </form>
    </PublicPage>
  )
}

function shown(draft: LetterDraft) {
  const parsed = parsePostcode(draft.postcode)
  return {
    name: oneLine(draft.name),
    address: [draft.address1, draft.address2, draft.town].map(oneLine).filter(Boolean),
    postcode: parsed.kind === 'postcode' ? parsed.postcode : draft.postcode,
  }
}

/** What makes a letter count, measured against all that staff wrote and every earlier letter. It never stands in the way. */
function Measured({ measure: { ownShare, overlap }, mp }: { measure: Measure; mp: string }) {
  const likeAnother = overlapWords(overlap, mp)
  if (likeAnother) {
    return (
      <Notice heading="Make it more your own?">
        <p>{likeAnother} You can also send it as it is.</p>
      </Notice>
    )
  }
  return <p className="max-w-measure font-semibold">{shareWords(ownShare)}</p>
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

/** The seat that the installation knows the postcode to be in, if it is another than the one chosen. */
async function otherSeat(ctx: Context, postcode: string, seat: Seat): Promise<Seat | null> {
  const parsed = parsePostcode(postcode)
  const known = parsed.kind === 'postcode' ? await knownPostcode(ctx, parsed.compact) : null
  if (known?.kind !== 'seats' || known.seats.some(({ code }) => code === seat.code)) return null
  return known.seats[0] ?? null
}
