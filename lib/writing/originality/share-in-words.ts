import { isEnoughToTell } from './enough-to-tell'

/**
 * Kind words on a letter and the share of it that is its writer's own, from 0 to 1. They encourage, and never stand in
 * the way; of a body too short to measure, or that says the same again and again, no share is told.
 */
export function shareWords(share: number | null, body: string): string {
  if (share === null || !isEnoughToTell(body))
    return 'A few sentences in your own words make a letter that an office can answer.'
  if (share === 0) return 'Nothing in it is yours yet. One sentence of your own makes an office look twice.'
  if (share < 0.1) return 'A few words of this letter are your own. A sentence or two more makes it stand out.'
  if (share < 1) return `${aboutShare(share)} of this letter is your own: offices notice.`
  return 'This letter is all your own. Nothing carries more weight.'
}

/** Kind words on the highest overlap with an earlier letter to the same MP, from 0 to 1; `null` where there is nothing to say. */
export function overlapWords(overlap: number, mp: string): string | null {
  if (overlap < 0.5) return null
  if (overlap > 0.9) {
    return `This letter reads the same as another that went to ${mp}, and may be set aside for it. A paragraph of your own makes the difference.`
  }
  return `Much of this letter reads like another that went to ${mp}. A paragraph of your own sets it apart.`
}

const FRACTIONS: [number, string][] = [
  [0.1, 'About a tenth'],
  [0.143, 'About a seventh'],
  [0.167, 'About a sixth'],
  [0.2, 'About a fifth'],
  [0.25, 'About a quarter'],
  [0.33, 'About a third'],
  [0.4, 'About two fifths'],
  [0.5, 'About half'],
  [0.6, 'About three fifths'],
  [0.67, 'About two thirds'],
  [0.75, 'About three quarters'],
  [0.9, 'Nearly all'],
]

/** Whole per cents, of which 0 is none and 100 is all. */
export function percentOf(share: number): number {
  const whole = Math.round(share * 100)
  if (whole === 0 && share > 0) return 1
  return whole === 100 && share < 1 ? 99 : whole
}

/** A share from a tenth on, as one says it: "About a third", "Nearly all". */
export function aboutShare(share: number): string {
  const nearest = FRACTIONS.reduce((best, one) => (Math.abs(one[0] - share) < Math.abs(best[0] - share) ? one : best))
  return nearest[1]
}
