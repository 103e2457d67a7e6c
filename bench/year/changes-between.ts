import type { PlayedMember } from '@/lib/directory/members-api/testing'
import { byElection } from './by-election'
import type { Change, Person } from './house'

/** What differs between two real lists, and of which kind. The lists say that it changed, not on which day. */
export type Differences = { changes: Change[]; people: number; corrected: number }

/**
 * The changes that lead from one list of members to another, spread over so many days. Who was replaced leaves, the
 * seat is vacant for some weeks, and who came is listed without an address for none, three, six or nine days, in turn.
 */
export function changesBetween(
  before: readonly PlayedMember[],
  after: readonly PlayedMember[],
  days: number,
): Differences {
  const sat = new Map(before.map((member) => [member.constituency, member]))
  const sits = new Map(after.map((member) => [member.constituency, member]))
  const seats = [...new Set([...sat.keys(), ...sits.keys()])].sort()
  const differing = seats.filter((seat) => !isSame(sat.get(seat), sits.get(seat)))
  let people = 0
  const changes = differing.flatMap((seat, at): Change[] => {
    const day = 1 + Math.floor((at * days) / differing.length)
    const [old, next] = [sat.get(seat), sits.get(seat)]
    if (old && next && old.memberId === next.memberId) return [{ day, seat, person: personOf(next) }]
    people += 1
    if (!next) return [{ day, seat, person: null }]
    const elected = { person: personOf(next), vacantDays: old ? 30 + 5 * (people % 4) : 0, lateDays: 3 * (people % 4) }
    return byElection(day, seat, elected)
  })
  return { changes, people, corrected: differing.length - people }
}

function isSame(one: PlayedMember | undefined, other: PlayedMember | undefined): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}

function personOf({ memberId, name, party, email }: PlayedMember): Person {
  return { memberId, name, party, email }
}
