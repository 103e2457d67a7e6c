import type { Change, Person } from './house'

/** Who is elected, how long the seat is vacant before, and how long their address comes after them; null: never. */
export type Elected = { person: Person; vacantDays: number; lateDays: number | null }

/** A seat falls vacant on a day, and somebody else has it some weeks later, whose address comes days after them. */
export function byElection(day: number, seat: string, { person, vacantDays, lateDays }: Elected): Change[] {
  const listed = day + vacantDays
  const vacant: Change[] = vacantDays > 0 ? [{ day, seat, person: null }] : []
  if (lateDays === 0) return [...vacant, { day: listed, seat, person }]
  const named: Change = { day: listed, seat, person: { ...person, email: null } }
  return [...vacant, named, ...(lateDays === null ? [] : [{ day: listed + lateDays, seat, person }])]
}
