/** A letter as a draft makes it for one MP, to be shown beside the draft. */
export type BesideLetter = {
  kind: 'letter'
  /** Whose: "Rachel Blake, Cities of London and Westminster". */
  whose: string
  to: string[]
  salutation: string
  subject: string
  body: string
  signOff: string
  words: number
  group: string | null
}
/** What stands beside a draft: a letter; what there is in its place; or nobody of that name. */
export type Beside = BesideLetter | { kind: 'aside'; whose: string; title: string } | { kind: 'nobody' }

/** One of the letters that supporters of one MP would get one after the other. */
export type LetterInTurn = { subject: string; body: string; words: number }

/** What a part of a letter has and what an office would see of it, each in words. */
export type SlotRow = { key: string; name: string; wordings: string; ways: string; times: string; missing: string }
/** How often an office would see the same sentence, in sentences, and the parts of the letter one by one. */
export type SlotsInWords = { says: string[]; rows: SlotRow[] }

/** Two wordings with the words that stand in both, each with what stands before and after them. */
export type Both = { name: string; before: string; shared: string; after: string }[]
