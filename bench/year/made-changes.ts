import type { PlayedMember } from '@/lib/directory/members-api/testing'
import { byElection } from './by-election'
import type { Change, Person } from './house'

/** Days for which a seat is vacant, and by which the address of who is elected comes late, of each by-election in turn. */
const BY_ELECTIONS: [vacantDays: number, lateDays: number | null][] = [
  [31, 0],
  [45, 4],
  [0, 2],
  [60, 7],
  [38, 9],
  [52, null],
  [34, 1],
  [90, 6],
  [41, 0],
  [200, 3],
  [33, 8],
  [0, 0],
]
/** For how many days the address of an MP is not listed, of each in turn. */
const GAPS = [1, 2, 3, 5, 6, 7, 8, 12]
const CORRECTIONS = 24

/**
 * A year of what happens to seats, made up: by-elections after resignations and deaths, one who wins her own seat back,
 * one who dies before their address was listed, addresses that vanish and come back or change, parties and names.
 */
export function madeChanges(members: readonly PlayedMember[], taken: readonly string[]): Change[] {
  const free = members.filter(({ email, constituency }) => email && !taken.includes(constituency))
  let at = 0
  const next = (): PlayedMember => {
    at += 13
    const member = free[at]
    if (!member) throw new Error('There are not enough seats.')
    return member
  }
  return [
    ...BY_ELECTIONS.flatMap(([vacantDays, lateDays], nth) =>
      byElection(6 + 23 * nth, next().constituency, { person: newcomer(nth), vacantDays, lateDays }),
    ),
    ...winsItBack(70, next()),
    ...diesBeforeTheAddress(120, next().constituency),
    ...GAPS.flatMap((days, nth) => addressGone(15 + 40 * nth, days, next())),
    ...Array.from({ length: CORRECTIONS }, (_, nth) => corrected(9 + 14 * nth, nth, next())),
  ]
}

function newcomer(nth: number): Person {
  return {
    memberId: 91_000 + nth,
    name: `Elected Person ${nth}`,
    party: 'Independent',
    email: `elected.${nth}.mp@parliament.uk`,
  }
}

function winsItBack(day: number, { constituency: seat, ...person }: PlayedMember): Change[] {
  return byElection(day, seat, { person, vacantDays: 36, lateDays: 0 })
}

function diesBeforeTheAddress(day: number, seat: string): Change[] {
  return [
    ...byElection(day, seat, { person: newcomer(800), vacantDays: 35, lateDays: null }),
    ...byElection(day + 39, seat, { person: newcomer(801), vacantDays: 44, lateDays: 2 }),
  ]
}

function addressGone(day: number, days: number, { constituency: seat, ...person }: PlayedMember): Change[] {
  return [
    { day, seat, person: { ...person, email: null } },
    { day: day + days, seat, person },
  ]
}

function corrected(day: number, nth: number, { constituency: seat, ...person }: PlayedMember): Change {
  const { name, party, email } = person
  const other = [{ party: `Other ${party}` }, { email: `office.${nth}.${email}` }, { name: `Dame ${name}` }]
  return { day, seat, person: { ...person, ...other[nth % other.length] } }
}
