/** From so many people on a number is shown where others may see it; of fewer, somebody could tell who they are. */
export const SHOWN_FROM = 5

export type UnderFive = 'under 5'

/** A number of people as others may see it. */
export function underFive(count: number): number | UnderFive {
  return count < SHOWN_FROM ? 'under 5' : count
}
