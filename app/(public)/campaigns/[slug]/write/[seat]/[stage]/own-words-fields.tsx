import { BOXES, type LetterDraft } from '@/app/_server/letter/posted-draft'
import { Starters } from '@/components/letter/starters'
import { Details } from '@/components/ui/details'
import { TextArea } from '@/components/ui/typing/text-area'
import type { CampaignContent } from '@/lib/content/content'

type Place = 'opening' | 'ask' | 'request'

/** A prompt, with where its answer will stand and two answers as examples, as far as staff have said. */
type Prompt = CampaignContent['prompts'][number] & {
  place?: Place | undefined
  good?: string | undefined
  skipped?: string | undefined
}

const placeWords: Record<Place, string> = {
  opening: 'What you write opens your letter.',
  ask: 'What you write stands beside what you ask for.',
  request: 'What you write stands before your request.',
}

/** A prompt, and the box that its answer is typed into. */
type Box = { name: (typeof BOXES)[number]; prompt: Prompt }

/** So many boxes are open at once: more of them look like work. */
const OPEN_MOST = 2

/**
 * The boxes that stand before the choice of what to ask for, those after it, which speak of what was chosen, and those
 * that are one question more. One at least stands before it.
 */
export function boxesOf(prompts: Prompt[]): { before: Box[]; after: Box[]; more: Box[] } {
  const boxes = BOXES.flatMap((name, at) => (prompts[at] ? [{ name, prompt: prompts[at] }] : []))
  const opening = boxes.filter(({ prompt: { place } }) => place === undefined || place === 'opening')
  const before = (opening.length > 0 ? opening : boxes).slice(0, OPEN_MOST)
  const others = boxes.filter((box) => !before.includes(box))
  const after = others.slice(0, OPEN_MOST - before.length)
  return { before, after, more: others.slice(after.length) }
}

/** What own words are for, above the first of their boxes. */
export function ownWordsLead(prompts: Prompt[]): string {
  const isPlaced = prompts.some(({ place }) => place)
  return `A sentence or two of yours is what makes an office read on${isPlaced ? '' : ': it becomes the beginning of your letter'}.`
}

type Props = { boxes: Box[]; draft: LetterDraft; error: string | undefined }

/** Prompts, a short box for each: what is typed becomes a part of the letter. */
export function OwnWordsBoxes({ boxes, draft, error }: Props) {
  return boxes.map(({ name, prompt: { id, question, hint, place, good, skipped, starters } }) => (
    <div key={id}>
      <TextArea
        name={name}
        label={question}
        hint={hint}
        error={name === BOXES[0] ? error : undefined}
        defaultValue={draft[name]}
        rows={2}
        optional
      />
      <Help field={name} place={place} starters={starters} good={good} skipped={skipped} />
    </div>
  ))
}

/** A question more than most will answer: closed at first, unless it was answered. */
export function OneMoreBox(props: Props) {
  const { boxes, draft } = props
  if (boxes.length === 0) return null
  const isAnswered = boxes.some(({ name }) => draft[name] !== '')
  return (
    <Details look="plain" summary="Add one thing more" open={isAnswered}>
      <OwnWordsBoxes {...props} />
    </Details>
  )
}

/** Closed at first: on a phone the next question is not pushed out of sight. */
function Help({
  field,
  place,
  starters,
  good,
  skipped,
}: Pick<Prompt, 'place' | 'good' | 'skipped' | 'starters'> & { field: string }) {
  if (!place && !good && !skipped && starters.length === 0) return null
  return (
    <Details look="plain" summary="Help me begin">
      <div className="max-w-measure space-y-2">
        {place && <p>{placeWords[place]}</p>}
        <Starters field={field} starters={starters} />
        {good && (
          <p>
            <strong>Offices read:</strong> “{good}”
          </p>
        )}
        {skipped && (
          <p>
            <strong>Offices skip:</strong> “{skipped}”
          </p>
        )}
      </div>
    </Details>
  )
}
