/** Fewer than so many say nothing of a share yet. */
export const LEAST_TO_SAY = 30

/** The 95 % normal quantile. */
const Z = 1.959964

/** A share, and between which shares the true one lies in 19 of 20 such counts. */
export type Proportion = { share: number; low: number; high: number }

/**
 * The share of `part` in `whole` with its interval, by Wilson's score method (E. B. Wilson, 1927), which holds for small
 * counts and for shares near none and all; `null` where there are too few to say anything.
 */
export function proportionOf(part: number, whole: number): Proportion | null {
  if (whole < LEAST_TO_SAY || part > whole) return null
  const share = part / whole
  const spread = (Z * Z) / whole
  const middle = (share + spread / 2) / (1 + spread)
  const half = (Z / (1 + spread)) * Math.sqrt((share * (1 - share)) / whole + spread / (4 * whole))
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
