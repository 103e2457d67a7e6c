import type { LetterState } from '@/app/_server/letter/state'
import type { Preview } from '@/app/(public)/preview-bar'
import { PublicPage } from '@/app/(public)/public-page'
import { stageBySeat } from '@/app/(public)/stage-by-seat'
import { AsWritten } from '@/components/letter/as-written'
import { DraftKeeper } from '@/components/letter/draft-keeper'
import { LetterToEdit } from '@/components/letter/letter-to-edit'
import { Stages } from '@/components/letter/stages'
import { WordCount } from '@/components/letter/word-count'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { contentFor, groupOf } from '@/lib/content/content-for-mp'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import type { Seat } from '@/lib/directory/lookup'
import { composeLetter } from '@/lib/writing/compose'
import { NO_OWN_WORDS } from '@/lib/writing/originality/own-words'
import { addressee, salutation } from '@/lib/writing/salutation'
import { parseWording } from '@/lib/writing/wordings/wording'
import { CarriedFields } from './carried-fields'
import { Offered } from './offered'
import { stageAction } from './stage-action'

type Props = { campaign: LiveCampaign; seat: Seat; posted: LetterState; preview?: Preview | undefined }

/** The letter itself, to change at will. */
export function LetterStage({ campaign, seat, posted, preview }: Props) {
  const { slug } = campaign
  const { draft, faults, kept, turned } = posted
  const { mp, name, code } = seat
  const errorOf = (field: string) => faults.find((fault) => fault.field === field)?.message
  return (
    <PublicPage campaign={campaign} preview={preview}>
      <Stages at="letter" last={stageBySeat(seat)} />
      <ErrorSummary faults={faults} />
      <PageTitle lead="Change anything you like. Your name and address come below it.">Make it yours</PageTitle>
      {!preview && <DraftKeeper slug={slug} seat={code} mp={mp?.name ?? null} at="letter" posted />}
      <form
        id="letter-form"
        method="post"
        noValidate
        action={stageAction(slug, code, 'you', preview)}
        className="space-y-5 sm:space-y-8"
      >
        <EnterGoesOn />
        <CarriedFields draft={draft} step="letter" leaveOut={['subject', 'body']} />
        {turned && <Turned seat={seat} kept={kept} />}
        {kept && !turned && <KeptText />}
        <Offered draft={draft} />
        <LetterToEdit
          from={[draft.name || 'Your name', draft.address1 || 'Your address']}
          to={addressee(mp, name)}
          salutation={`${salutation(mp?.name ?? null)},`}
          subject={{ value: draft.subject, error: errorOf('subject') }}
          body={{ value: draft.body, error: errorOf('body') }}
        >
          <WordCount field="body" text={draft.body} given={givenTexts(campaign, seat, posted)} />
        </LetterToEdit>
        <AsWritten />
        <div className="in-reach">
          <Button arrow>Go on with this letter</Button>
        </div>
        <Button look="quiet" name="change" value="words" formAction={stageAction(slug, code, 'words', preview)}>
          Back to your own words and the asks
        </Button>
      </form>
    </PublicPage>
  )
}

/** The form's first button, which Enter in a field presses: the way on, and not what is offered above it. */
function EnterGoesOn() {
  return (
    <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only">
      Go on with this letter
    </button>
  )
}

/** Which MP the letter goes to now, and what of its text may still speak of another. */
function Turned({ seat, kept }: { seat: Seat; kept: boolean }) {
  return (
    <Notice heading={`This letter goes to the MP for ${seat.name} now`}>
      {kept ? (
        <>
          <p>The text that you had changed is kept: see that it names nobody and no place that it is not for.</p>
          <Button look="quiet" name="anew" value="yes">
            Start again from my choices
          </Button>
        </>
      ) : (
        <p>Its text is written anew from your own words and your choices.</p>
      )}
    </Notice>
  )
}

function KeptText() {
  return (
    <Notice heading="We kept the text that you had changed">
      <p>Your new choices are not in it yet: you can write them in, or start again from them and lose your changes.</p>
      <Button look="quiet" name="anew" value="yes">
        Start again from my choices
      </Button>
    </Notice>
  )
}

/** The letter as the campaign wrote it, without the supporter's own words, and the beginnings it offers: what the measure compares with. */
function givenTexts(campaign: LiveCampaign, seat: Seat, { draft }: Props['posted']): string[] {
  const content = contentFor(campaign.content, groupOf(campaign.content, seat))
  const wording = parseWording(content, draft.wording)
  const beginnings = content.prompts.flatMap((prompt) => prompt.starters)
  if (!wording) return beginnings
  const { body } = composeLetter(content, {
    own: NO_OWN_WORDS,
    wording,
    mpName: seat.mp?.name ?? null,
    constituency: seat.name,
    nation: seat.nation,
  })
  return [body, ...beginnings]
}
