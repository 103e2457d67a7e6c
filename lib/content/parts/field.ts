/**
 * How a field is typed and kept. A text: `line`, `text` (one paragraph), `rich-line` (one paragraph of limited
 * Markdown), `date`, `choice` (one of several), `colour` (`#rrggbb`), `image` (an id). Several: `rich` (paragraphs and lists of limited Markdown), `blocks`
 * and `paragraphs` (paragraphs), `lines`, `wordings` (a field for each), `seats` (names, kept as codes), `ticks`. `tick`: yes or no.
 */
export type FieldKind =
  | 'line'
  | 'text'
  | 'rich-line'
  | 'date'
  | 'choice'
  | 'colour'
  | 'image'
  | 'rich'
  | 'blocks'
  | 'paragraphs'
  | 'lines'
  | 'wordings'
  | 'seats'
  | 'ticks'
  | 'tick'

/** One field of the content: where it stands, what it is called, how it is typed. */
export type EditorField = {
  /** Its path in the content, or within its item of a list. */
  key: string
  label: string
  kind: FieldKind
  /** What one of its `wordings` is called, where that is not its label without the "s". */
  one?: string
  hint?: string
  /** At most so many characters, as the schema has it. */
  most?: number
  /** Left out of the content where nothing is typed. */
  optional?: boolean
  /** The same, though it is not always optional: that hangs on what is chosen elsewhere. */
  absentWhenEmpty?: boolean
  /** It is there for some choices of another field alone, and hidden for the others. */
  only?: { key: string; of: readonly string[] }
  /** What the schema has where the content does not say: a `tick` that is on, a `choice`. */
  initially?: string
  /** What can be ticked or chosen, where that is always the same. */
  choices?: readonly { value: string; label: string }[]
}

/** A list of the content whose items have fields of their own. */
export type EditorList = {
  key: 'asks' | 'voices' | 'concerns' | 'prompts' | 'groups' | 'nextSteps' | 'questions' | 'quotes' | 'contacts'
  /** What an item is called: "ask". */
  one: string
  /** The field that names an item. */
  named: string
  /** Whether items carry an id of their own; else they are known by their place. */
  ids: boolean
  /** Left out of the content where it has no item: contents from before there was such a list have none. */
  optional?: true
  most: number
  /** What is said where there is none yet. */
  empty: string
  fields: readonly EditorField[]
}

/** A part of the content that is edited on a page of its own. */
export type EditorPart = {
  id: string
  title: string
  /** What it is for, and what makes it good. */
  help: string
  fields: readonly EditorField[]
  list?: EditorList
  /** Whether a letter is shown beside it. */
  letter?: true
}

/** Kinds that are kept as a list of texts. */
export function isMany(kind: FieldKind): boolean {
  return ['rich', 'blocks', 'paragraphs', 'lines', 'wordings', 'seats', 'ticks'].includes(kind)
}

/** Kinds that may hold limited Markdown. */
export function isRich(kind: FieldKind): boolean {
  return kind === 'rich' || kind === 'rich-line'
}
