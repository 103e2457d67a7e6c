import type { Seat } from '@/lib/directory/seat'
import { findSeats } from '@/lib/directory/seats'
import type { Context } from '@/lib/kernel/context'
import { cachedPostcodes, type Fact } from './cached-postcodes'
import { PSEUDO_CODE } from './pseudo-code'

/** How many properties of a split postcode lie in each of its seats, by GSS code. */
export type Shares = ReadonlyMap<string, number>

export type KnownPostcode =
  /**
   * `near`: the other seats within 100 m of a live one, by the release; absent where that is not known. `shares`: of a
   * split one, where a list has counted its properties.
   */
  | { kind: 'seats'; seats: Seat[]; terminated: boolean; near?: Seat[] | undefined; shares?: Shares | undefined }
  /** In the Channel Islands or the Isle of Man: no seat at Westminster. */
  | { kind: 'crown_dependency' }

/**
 * What the installation itself knows of a compact postcode, without asking anybody; null when it does not know it,
 * or knows no seat for it. First comes what a list says of split postcodes, and of those that ONS has in the wrong one,
 * since a release puts each into one seat; then the release; then the snapshot's own few facts.
 */
export async function knownPostcode(ctx: Context, compact: string): Promise<KnownPostcode | null> {
  const { index, facts } = await cachedPostcodes(ctx)
  const own = facts.get(compact) ?? []
  const found = index?.find(compact)
  if (own.length > 1 || own.some(({ listed }) => listed)) {
    const codes = own.map(({ code }) => code)
    const split = await placed(ctx, codes, found?.terminated ?? own.every(({ terminated }) => terminated))
    return split && { ...split, shares: sharesOf(own) }
  }
  if (found && PSEUDO_CODE.test(found.seat)) return { kind: 'crown_dependency' }
  const released = found?.seat ? await placed(ctx, [found.seat], found.terminated) : null
  if (released) return { ...released, near: await seatsNear(ctx, index?.near(compact) ?? null) }
  const [fact] = own
  return fact ? placed(ctx, [fact.code], fact.terminated) : null
}

type Seats = Extract<KnownPostcode, { kind: 'seats' }>

/** Null when a seat is not one of the directory's, as after an import for other boundaries. */
async function placed(ctx: Context, codes: string[], terminated: boolean): Promise<Seats | null> {
  const seats = await findSeats(ctx, codes)
  return seats.length === new Set(codes).size ? { kind: 'seats', seats, terminated } : null
}

/** Where a list has counted them in each of the seats. */
function sharesOf(facts: readonly Fact[]): Shares | undefined {
  const counted = facts.flatMap(({ code, properties }) => (properties === null ? [] : [[code, properties] as const]))
  return counted.length === facts.length ? new Map(counted) : undefined
}

async function seatsNear(ctx: Context, codes: readonly string[] | null): Promise<Seat[] | undefined> {
  return codes ? findSeats(ctx, codes) : undefined
}
