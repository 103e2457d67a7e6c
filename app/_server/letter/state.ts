import type { FieldFault } from '@/app/_server/forms/fields'
import type { Shown } from '@/app/_server/forms/form-answer'
import type { SoundLetter } from '@/lib/letters/submit'
import type { WritingStage } from '@/lib/letters/writing-stages'
import type { LetterDraft } from './posted-draft'

/** `beside`: the seat that is written to lies next to one of them, so that its writer can say which is right. */
export type Elsewhere = { seats: { code: string; name: string; mp: string | null }[]; beside: boolean; live: boolean }

/** The pages on which a letter is written, before it is checked. */
export type DraftStage = Exclude<WritingStage, 'check'>

type Said = {
  faults: FieldFault[]
  /** The writer had changed the text by hand, so new choices did not replace it. */
  kept: boolean
  /** The e-mail address that was probably meant. */
  slip: string | null
  /** Other seats that the postcode lies in, where it does not lie in the one that is written to. */
  elsewhere: Elsewhere | null
  /** Its postcode is no longer in use. */
  terminated: boolean
  /** The letter was just turned to the MP of another seat. */
  turned: boolean
}

/** What a letter's form leaves for its page; on the last of its pages with the letter as it would be taken. */
export type LetterState = Said & { draft: LetterDraft } & (
    | { stage: DraftStage }
    | { stage: 'check'; letter: SoundLetter }
  )

/** What is said on a page of the letter, and the answer's status where it is not 200. */
export type More = Partial<Said> & { status?: number; retryAt?: Date }

const NOTHING: Said = { faults: [], kept: false, slip: null, elsewhere: null, terminated: false, turned: false }

/** One of the pages on which a letter is written, with the draft as it stands. */
export function showDraft(
  stage: DraftStage,
  draft: LetterDraft,
  { status, retryAt, ...said }: More = {},
): Shown<LetterState> {
  return { show: { ...NOTHING, ...said, stage, draft }, ...(status && { status }), ...(retryAt && { retryAt }) }
}

/** The page on which a letter is checked before it is sent. */
export function showSound(
  letter: SoundLetter,
  draft: LetterDraft,
  { status, retryAt, ...said }: More = {},
): Shown<LetterState> {
  return {
    show: { ...NOTHING, ...said, stage: 'check', draft, letter },
    ...(status && { status }),
    ...(retryAt && { retryAt }),
  }
}
