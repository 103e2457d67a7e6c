import type { Context } from '@/lib/kernel/context'
import { liesBeside } from './borders/lies-beside'
import type { LiveSources } from './live/ask-sources'
import { lookUpPostcode } from './lookup'
import type { ParsedPostcode } from './postcode'
import type { Seat } from './seat'

/** How a postcode and a seat that were given together agree. */
export type Placed =
  /** In the seat, by our list or as a live source says; `seats` are the others that a boundary in it parts it between. */
  | { kind: 'inside' | 'inside-live'; seats: Seat[]; terminated: boolean }
  /** In another seat, and within 100 m of a postcode of this one: the release, which knows middles, may well be wrong. */
  | { kind: 'near'; seats: Seat[]; terminated: false }
  /** In other seats. `beside`: one of them lies next to the seat, where no release says what is near the postcode. */
  | { kind: 'elsewhere' | 'elsewhere-live'; seats: Seat[]; beside: boolean; terminated: boolean }
  /** `unknown`: neither our list nor a source that answered has it. `not-looked-up`: none answered, or they are off. */
  | { kind: 'unknown' | 'not-looked-up' }
  /** No home postcode of a voter in the United Kingdom. */
  | { kind: 'crown_dependency' | 'overseas_territory' | 'bfpo' | 'malformed' | 'ambiguous' }

/** Compares a home postcode, as typed or parsed already, with the seat that its owner writes to. Never throws for what a source does. */
export async function placePostcode(
  ctx: Context,
  asked: string | ParsedPostcode,
  seatCode: string,
  sources: LiveSources = ctx.env,
): Promise<Placed> {
  const outcome = await lookUpPostcode(ctx, asked, sources)
  switch (outcome.status) {
    case 'found':
    case 'split': {
      const others = outcome.seats.filter(({ code }) => code !== seatCode)
      const live = outcome.source === 'live'
      const { terminated } = outcome
      if (others.length < outcome.seats.length)
        return { kind: live ? 'inside-live' : 'inside', seats: others, terminated }
      if (outcome.near?.some(({ code }) => code === seatCode)) return { kind: 'near', seats: others, terminated: false }
      const beside = !outcome.near && others.some(({ code }) => liesBeside(code, seatCode))
      return { kind: live ? 'elsewhere-live' : 'elsewhere', seats: others, beside, terminated }
    }
    case 'unavailable':
      return { kind: 'not-looked-up' }
    default:
      return { kind: outcome.status }
  }
}
