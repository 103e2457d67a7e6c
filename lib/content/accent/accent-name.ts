import { OWN_ACCENT, palettes, USUAL_PALETTE } from '@/lib/content/palettes'
import { accentThatHolds, readColour } from './accent'

/** How a content says which accent it has. */
export type Accented = { palette: string; accent?: string | undefined }

/** A palette's name, or the six digits of a colour of a campaign's own: names of nothing else, whatever was typed. */
const OWN = /^[0-9a-f]{6}$/

/**
 * The accent that a campaign is shown in: a palette's name, or the six hexadecimal digits of its own colour. What a
 * draft has and does not hold is shown as the usual palette.
 */
export function accentName({ palette, accent = '' }: Accented): string {
  if (palettes.some(({ value }) => value === palette)) return palette
  const colour = palette === OWN_ACCENT ? readColour(accent) : null
  return colour && accentThatHolds(colour) ? colour.slice(1) : USUAL_PALETTE
}

/** The colour that an accent's name stands for where it is one's own; `null` for a palette's. */
export function ownColour(name: string): string | null {
  return OWN.test(name) ? `#${name}` : null
}

/** An accent on paper and in pictures, where white stands on it; by its name. */
export function printedAccent(name: string): string {
  return ownColour(name) ?? (palettes.find(({ value }) => value === name) ?? palettes[0]).printed
}
