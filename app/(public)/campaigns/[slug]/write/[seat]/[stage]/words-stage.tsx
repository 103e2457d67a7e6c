import type { FieldFault } from '@/app/_server/forms/fields'
import { BOXES, type LetterDraft } from '@/app/_server/letter/posted-draft'
import type { Preview } from '@/app/(public)/preview-bar'
import { PublicPage } from '@/app/(public)/public-page'
import { stageBySeat } from '@/app/(public)/stage-by-seat'
import { DraftKeeper } from '@/components/letter/draft-keeper'
import { ResumeLetter } from '@/components/letter/resume-letter'
import { Stages } from '@/components/letter/stages'
import { Button } from '@/components/ui/button'
import { Choices } from '@/components/ui/choosing/choices'
import { ErrorSummary } from '@/components/ui/error-summary'
import { PageTitle } from '@/components/ui/page-title'
import { contentFor, groupOf } from '@/lib/content/content-for-mp'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import type { Seat } from '@/lib/directory/lookup'
import type { WritingStage } from '@/lib/letters/writing-stages'
import { CarriedFields } from './carried-fields'
import { boxesOf, OneMoreBox, OwnWordsBoxes, ownWordsLead } from './own-words-fields'
import { stageAction } from './stage-action'

type Props = {
  campaign: LiveCampaign
  seat: Seat
  draft: LetterDraft
  faults: FieldFault[]
  /** It answers a form, so that what stands on it is newer than what the browser keeps. */
  posted?: boolean
  /** The page that was asked for: a script goes on to it where this browser has the letter. */
  asked?: WritingStage
  preview?: Preview | undefined
}

/** What the letter is to say: own words first, and what it asks for. */
export function WordsStage({ campaign, seat, draft, faults, posted = false, asked = 'words', preview }: Props) {
  const { slug } = campaign
  const content = contentFor(campaign.content, groupOf(campaign.content, seat))
  const boxes = boxesOf(content.prompts)
  const errorOf = (field: string) => faults.find((fault) => fault.field === field)?.message
  return (
    <PublicPage campaign={campaign} preview={preview}>
      <Stages at="words" last={stageBySeat(seat)} />
      {asked !== 'words' && <ResumeLetter slug={slug} seat={seat.code} asked={asked} />}
      <ErrorSummary faults={faults} />
      <PageTitle lead={ownWordsLead(content.prompts)}>Your own words first</PageTitle>
      {!preview && <DraftKeeper slug={slug} seat={seat.code} mp={seat.mp?.name ?? null} at="words" posted={posted} />}
      <form
        id="letter-form"
        method="post"
        action={stageAction(slug, seat.code, 'letter', preview)}
        className="space-y-4 sm:space-y-8"
      >
        <CarriedFields draft={draft} step="words" leaveOut={[...BOXES, 'without', 'ask']} />
        <OwnWordsBoxes boxes={boxes.before} draft={draft} error={errorOf('reason')} />
        <Choices
          name="ask"
          kind="checkbox"
          legend="What should it ask for?"
          hint={picking(content.asks.length)}
          error={errorOf('ask')}
          choices={content.asks.map((ask) => ({ value: ask.id, label: ask.title }))}
          chosen={draft.asks}
        />
        <div>
          <OwnWordsBoxes boxes={boxes.after} draft={draft} error={errorOf('reason')} />
          <OneMoreBox boxes={boxes.more} draft={draft} error={errorOf('reason')} />
        </div>
        <div className="flex flex-wrap items-center gap-x-8 gap-y-3">
          <Button arrow>See your letter</Button>
          <Button look="quiet" name="without" value="yes">
            Go on without words of my own
          </Button>
        </div>
      </form>
    </PublicPage>
  )
}

/** What becomes of what is picked: an office reads a letter that asks for one thing or two. */
function picking(asks: number): string | undefined {
  return asks < 2 ? undefined : 'Pick one or two. Pick none, and it takes what your MP has been asked least.'
}
