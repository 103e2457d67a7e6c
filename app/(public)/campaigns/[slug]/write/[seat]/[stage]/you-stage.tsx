import { randomUUID } from 'node:crypto'
import type { LetterDraft } from '@/app/_server/letter/posted-draft'
import type { LetterState } from '@/app/_server/letter/state'
import type { Preview } from '@/app/(public)/preview-bar'
import { PublicPage } from '@/app/(public)/public-page'
import { stageBySeat } from '@/app/(public)/stage-by-seat'
import { AsWritten } from '@/components/letter/as-written'
import { DraftKeeper } from '@/components/letter/draft-keeper'
import { LetterSheet } from '@/components/letter/letter-sheet'
import { Stages } from '@/components/letter/stages'
import { Button } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { consentAsked } from '@/lib/content/consent-asked'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { WHO_OPENS_LETTERS } from '@/lib/content/who-opens-letters'
import type { Seat } from '@/lib/directory/lookup'
import { addressee, salutation } from '@/lib/writing/salutation'
import { CarriedFields } from './carried-fields'
import { DETAILS, DetailsFields } from './details-fields'
import { stageAction } from './stage-action'
import { afterwards, sends } from './what-sending-does'

type Props = {
  campaign: LiveCampaign
  seat: Seat
  posted: LetterState
  /** Its writer came by a link from a mailing: the letter stands here too, and goes from here. */
  atOnce?: boolean
  preview?: Preview | undefined
}

/** Who the letter is from. */
export function YouStage({ campaign, seat, posted, atOnce = false, preview }: Props) {
  const { slug } = campaign
  const { faults, elsewhere } = posted
  // Made here, so that a button that is pressed twice sends one letter.
  const draft = atOnce && !posted.draft.submission ? { ...posted.draft, submission: randomUUID() } : posted.draft
  const { code, mp } = seat
  const errorOf = (field: string) => faults.find((fault) => fault.field === field)?.message
  return (
    <PublicPage campaign={campaign} preview={preview}>
      <Stages at="you" last={stageBySeat(seat)} />
      <ErrorSummary faults={faults} />
      <PageTitle lead="MPs answer constituents, so name and address go on the letter.">Who is writing?</PageTitle>
      {!preview && <DraftKeeper slug={slug} seat={code} mp={mp?.name ?? null} at="you" posted />}
      {atOnce && <p className="max-w-measure">Your link filled some of this in: change what is not yours.</p>}
      <form
        id="letter-form"
        method="post"
        noValidate
        action={stageAction(slug, code, 'check', preview)}
        className="space-y-5 sm:space-y-8"
      >
        <CarriedFields draft={draft} step="you" leaveOut={[...DETAILS]} />
        <DetailsFields
          draft={draft}
          errorOf={errorOf}
          consent={consentAsked(campaign.content.consent)}
          phoneHint={campaign.content.phoneHint}
        />
        {atOnce && <YourLetter seat={seat} draft={draft} />}
        {atOnce && <AsWritten />}
        <div className="flex flex-wrap items-center gap-x-8 gap-y-3">
          <Button arrow>{atOnce ? sends(seat) : 'Check your letter'}</Button>
          <Button look="quiet" name="change" value="letter" formAction={stageAction(slug, code, 'letter', preview)}>
            {atOnce ? 'Make it yours' : 'Back to the letter'}
          </Button>
        </div>
        {atOnce && <p className="max-w-measure text-muted">{afterwards(seat, false)}</p>}
        {elsewhere && <OtherSeats seats={elsewhere.seats} />}
        <p className="max-w-measure text-note text-muted">
          {WHO_OPENS_LETTERS}{' '}
          <a className="link" href="/privacy">
            What we keep, and for how long
          </a>
        </p>
      </form>
    </PublicPage>
  )
}

/** The letter as it stands, to read before it goes: what is typed above comes over and below it. */
function YourLetter({ seat: { mp, name }, draft: { subject, body } }: { seat: Seat; draft: LetterDraft }) {
  return (
    <Details look="plain" summary="Read your letter">
      <LetterSheet
        label="Your letter"
        from={['Your name', 'Your address']}
        to={addressee(mp, name)}
        salutation={`${salutation(mp?.name ?? null)},`}
        subject={subject}
        body={body}
      />
    </Details>
  )
}

/** The way on where the postcode is right and the seat is not. It stands after those: Enter in a field presses the first button. */
function OtherSeats({ seats }: { seats: NonNullable<LetterState['elsewhere']>['seats'] }) {
  return (
    <Notice look="held" heading="Is the postcode right?">
      <p>Then this is your MP. Everything that you typed is kept, and you see the letter again before it goes.</p>
      {seats.map(({ code, name, mp }) => (
        <Button key={code} look="second" name="home" value={code}>
          {mp ? `Write to ${mp}, for ${name}` : `Write to the MP for ${name}`}
        </Button>
      ))}
    </Notice>
  )
}
