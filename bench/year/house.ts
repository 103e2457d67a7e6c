import type { PlayedMember } from '@/lib/directory/members-api/testing'

export type Person = Omit<PlayedMember, 'constituency'>
/** From a day on, so it is listed who sits for a seat: nobody, where `person` is null. */
export type Change = { day: number; seat: string; person: Person | null }
/** `since`: the day on which they were first listed; `goneAt`: that on which their address was not listed any more. */
type Sitting = { person: Person; since: number; goneAt: number | null }

/** Before the first day by more than any address is waited for. */
const LONG_AGO = -100

/** Who is listed for each seat, day by day: what everything else is held against, and what the Members API is played from. */
export class House {
  readonly #sittings = new Map<string, Sitting>()
  readonly #changes: Change[] = []
  readonly seats: readonly string[]

  constructor(seats: readonly string[], start: readonly PlayedMember[]) {
    this.seats = seats
    for (const { constituency, ...person } of start) {
      this.#sittings.set(constituency, { person, since: LONG_AGO, goneAt: null })
    }
  }

  expect(changes: readonly Change[]): void {
    this.#changes.push(...changes)
  }

  /** Has come true what changes on this day; gives in how many seats. */
  begin(day: number): number {
    const today = this.#changes.filter((change) => change.day === day)
    for (const { seat, person } of today) this.#put(seat, person, day)
    return today.length
  }

  #put(seat: string, person: Person | null, day: number): void {
    const before = this.#sittings.get(seat)
    if (!person) this.#sittings.delete(seat)
    else if (before?.person.memberId !== person.memberId) {
      this.#sittings.set(seat, { person, since: day, goneAt: null })
    } else {
      const isGone = before.person.email !== null && person.email === null
      this.#sittings.set(seat, { ...before, person, goneAt: isGone ? day : before.goneAt })
    }
  }

  sits(seat: string): Sitting | null {
    return this.#sittings.get(seat) ?? null
  }

  isDissolved(): boolean {
    return this.#sittings.size === 0
  }

  members(): PlayedMember[] {
    return [...this.#sittings].map(([constituency, { person }]) => ({ ...person, constituency }))
  }

  /** Whether a seat changes on one of these days. */
  changesWithin(seat: string, from: number, to: number): boolean {
    return this.#changes.some((change) => change.seat === seat && change.day >= from && change.day <= to)
  }
}
