/** What a page's text may leave to be filled in from the settings: how long things are kept, unit and all. */
export const PERIOD_PLACEHOLDERS = ['letters kept', 'letters wait', 'kept after closing', 'kept after signing'] as const
export type PeriodPlaceholder = (typeof PERIOD_PLACEHOLDERS)[number]

const WELL_FORMED = /\{(letters kept|letters wait|kept after closing|kept after signing)\}/g

/** Everything in braces, and every lone brace, that a page cannot fill. Empty when the text is sound. */
export function unknownPeriods(text: string): string[] {
  return text.replace(WELL_FORMED, ' ').match(/\{+(?:[^{}]*\}+)?|\}/g) ?? []
}

/** `text` with each period in place of its name. */
export function writePeriods(text: string, periods: Record<PeriodPlaceholder, string>): string {
  return text.replace(WELL_FORMED, (_match, name: PeriodPlaceholder) => periods[name])
}
