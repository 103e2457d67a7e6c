import { allSeats } from '@/lib/directory/seats'
import type { Context } from '@/lib/kernel/context'
import type { NamedSeat } from './by-name'
import { otherNames } from './other-names'
import { welshNames } from './welsh-names'

/** All seats with what they can be found by, and nothing more: the MP's e-mail and row stay inside. */
export async function namedSeats(ctx: Context): Promise<NamedSeat[]> {
  const seats = await allSeats(ctx)
  return seats.map(({ code, name, nation, mp }) => ({
    code,
    name,
    nation,
    mp: mp && { name: mp.name, party: mp.party },
    ...also(welshNames[code] ?? otherNames[code]),
  }))
}

const also = (names: readonly string[] | undefined) => (names ? { also: names } : {})
