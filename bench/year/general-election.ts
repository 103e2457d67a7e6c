import type { PlayedMember } from '@/lib/directory/members-api/testing'
import type { Change, Person } from './house'

const NEW = 335
/** Addresses of so many come on each of five days; of the last ten none does. */
const [EACH_DAY, DAYS] = [65, 5]
/** So many are declared by the first night after the election, and all by the second. */
const FIRST_NIGHT = 400

export type Election = { dissolved: number; elected: number; newSeats: string[]; changes: Change[] }

/**
 * Parliament is dissolved on a day, and another elected 35 days later, of which 335 members are new. They are listed
 * without an address, and these come over five days.
 */
export function generalElection(
  sitting: readonly PlayedMember[],
  seats: readonly string[],
  dissolved: number,
): Election {
  const elected = dissolved + 35
  const before = new Map(sitting.map(({ constituency, ...person }) => [constituency, person]))
  // Seats that nobody sat for cannot be held again.
  const turned = [...seats].sort((one, other) => Number(before.has(one)) - Number(before.has(other)))
  const newSeats = turned.slice(0, NEW)
  const places = new Map(newSeats.map((seat, at) => [seat, at]))
  const changes = seats.flatMap((seat, at): Change[] => {
    const listed = elected + (at < FIRST_NIGHT ? 0 : 1)
    const place = places.get(seat)
    const gone: Change = { day: dissolved, seat, person: null }
    if (place === undefined) return [gone, { day: listed, seat, person: before.get(seat) ?? null }]
    const person = newMember(place)
    const named: Change = { day: listed, seat, person: { ...person, email: null } }
    const addressed = elected + 2 + Math.floor(place / EACH_DAY)
    return [gone, named, ...(place < EACH_DAY * DAYS ? [{ day: addressed, seat, person }] : [])]
  })
  return { dissolved, elected, newSeats, changes }
}

function newMember(place: number): Person {
  return {
    memberId: 95_000 + place,
    name: `New Member ${place}`,
    party: 'Independent',
    email: `new.${place}.mp@parliament.uk`,
  }
}
