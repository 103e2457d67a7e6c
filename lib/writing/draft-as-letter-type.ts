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
