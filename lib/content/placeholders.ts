/** What a letter's staff-written text may leave to be filled in for each supporter. */
export const PLACEHOLDERS = ['mp', 'constituency', 'nation'] as const
export type Placeholder = (typeof PLACEHOLDERS)[number]

const WELL_FORMED = /\{(mp|constituency|nation)\}/g

/**
 * Everything in `text` that looks like a placeholder and is none that a letter can hold, as written:
 * `{name}`, `{MP}`, `{{mp}}`, a lone brace. Empty when the text is sound.
 */
export function unknownPlaceholders(text: string): string[] {
  return (
    text
      .replace(WELL_FORMED, (match, _name, at: number) => (braced(text, at, match) ? match : ' '))
      .match(/\{+(?:[^{}]*\}+)?|\}/g) ?? []
  )
}

/** `text` with each placeholder replaced by its value; what the values hold is not read again. */
export function fillPlaceholders(text: string, values: Record<Placeholder, string>): string {
  return text.replace(WELL_FORMED, (_match, name: Placeholder) => values[name])
}

/** The stretches of `text` between its placeholders, in order; one more than there are placeholders. */
export function betweenPlaceholders(text: string): string[] {
  return text.split(/\{(?:mp|constituency|nation)\}/)
}

/** Whether more braces stand around the match: `{{mp}}` would print as `{Name}`. */
function braced(text: string, at: number, match: string): boolean {
  return text[at - 1] === '{' || text[at + match.length] === '}'
}
