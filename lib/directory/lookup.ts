import type { Context } from '@/lib/kernel/context'
import { isOff } from '@/lib/settings/switches/is-off'
import type { LiveSources } from './live/ask-sources'
import { lookUpLive } from './live/look-up-live'
import { parsedOf } from './parsed-of'
import type { ParsedPostcode } from './postcode'
import { areaOf, isArea } from './postcode-areas'
import { coversArea } from './postcodes/cached-postcodes'
import { knownPostcode, type Shares } from './postcodes/known-postcode'
import type { Seat } from './seat'

export type { Mp, Seat } from './seat'
export { allSeats, findSeat } from './seats'

export type PostcodeOutcome =
  | {
      status: 'found' | 'split'
      postcode: string
      source: 'local' | 'live'
      terminated: boolean
      seats: Seat[]
      /** The other seats that have a postcode within 100 m of this live one; absent where that is not known. */
      near?: Seat[] | undefined
      /** Of a split one, how many of its properties lie in each seat, where a list has counted them. */
      shares?: Shares | undefined
    }
  | { status: 'unknown' | 'crown_dependency' | 'bfpo'; postcode: string }
  | { status: 'overseas_territory'; postcode: string; territory: string }
  | { status: 'malformed'; typed: string }
  /** It can be more than one postcode, and only whoever typed it knows which is meant. */
  | { status: 'ambiguous'; typed: string; readings: readonly string[] }
  /**
   * The installation does not know it, and no live source answered, or staff have switched them off. `lasting`: none is
   * set, and our lists hold nothing of its area, so that only an import of postcodes will help.
   */
  | { status: 'unavailable'; postcode: string; lasting: boolean }

/**
 * What a postcode, as a person typed it or parsed already, resolves to: first from what the installation knows itself, then from
 * the live sources, each with 2 seconds and one try. `found` has one seat, `split` several to choose from. A live
 * source that fails, or answers something that cannot be read, never shows: at worst the outcome is `unavailable`.
 */
export async function lookUpPostcode(
  ctx: Context,
  asked: string | ParsedPostcode,
  sources: LiveSources = ctx.env,
): Promise<PostcodeOutcome> {
  const parsed = typeof asked === 'string' ? await parsedOf(ctx, asked) : asked
  if (parsed.kind === 'malformed') {
    const { typed, readings } = parsed
    return readings ? { status: 'ambiguous', typed, readings } : { status: 'malformed', typed }
  }
  if (parsed.kind === 'overseas_territory') {
    return { status: parsed.kind, postcode: parsed.postcode, territory: parsed.territory }
  }
  const { kind, postcode } = parsed
  if (kind !== 'postcode') return { status: kind, postcode }
  const known = await knownPostcode(ctx, parsed.compact)
  if (known?.kind === 'crown_dependency') return { status: 'crown_dependency', postcode }
  if (known) return found(postcode, 'local', known)
  if (!sources.membersApiUrl && !sources.postcodesApiUrl) {
    const isBeyond = isArea(areaOf(postcode)) && !(await coversArea(ctx, areaOf(postcode)))
    return isBeyond ? { status: 'unavailable', postcode, lasting: true } : { status: 'unknown', postcode }
  }
  if (await isOff(ctx, 'live-look-ups')) return { status: 'unavailable', postcode, lasting: false }
  const answer = await lookUpLive(ctx, sources, parsed.compact)
  if (answer.kind === 'seats') return found(postcode, 'live', { seats: answer.seats, terminated: false })
  return answer.kind === 'unavailable'
    ? { status: 'unavailable', postcode, lasting: false }
    : { status: 'unknown', postcode }
}

type Found = { seats: Seat[]; terminated: boolean; near?: Seat[] | undefined; shares?: Shares | undefined }

function found(
  postcode: string,
  source: 'local' | 'live',
  { seats, terminated, near, shares }: Found,
): PostcodeOutcome {
  const isSplit = seats.length > 1
  return { status: isSplit ? 'split' : 'found', postcode, source, terminated, seats, near, ...(isSplit && { shares }) }
}
