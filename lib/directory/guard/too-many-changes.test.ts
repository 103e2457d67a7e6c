import { describe, expect, test } from 'vitest'
import type { Named } from '@/lib/directory/members/compare'
import { isTooMuch, touchedSeats } from './too-many-changes'

const seat = (at: number): Named => ({
  code: `E${at}`,
  constituency: `Seat ${at}`,
  name: `Member ${at}`,
  party: 'Green',
})
const seats = (count: number, from = 0) => Array.from({ length: count }, (_, at) => seat(from + at))
const nothing = { new: [], changed: [], left: [], vacant: [], unchanged: 0, notNamed: 0 }
const whole = { total: 649, seats: 650 }
const isHeld = (report: Partial<typeof nothing | Parameters<typeof touchedSeats>[0]['report']>, sitting = 649) =>
  isTooMuch({ report: { ...nothing, ...report }, sitting, changes: { ended: [], begun: [], corrected: [] } }, whole)

describe('a tenth of 650 seats may change by themselves, and no more', () => {
  test.each([
    [65, false],
    [66, true],
  ])('%s other people', (count, held) => {
    expect(isHeld({ new: seats(count), left: seats(count) })).toBe(held)
    expect(isHeld({ left: seats(count) })).toBe(held)
    expect(isHeld({ changed: seats(count).map((one) => ({ ...one, what: ['party', 'e-mail'] })) })).toBe(held)
  })

  test('a first address for an MP who had none does not count: after an election they come for hundreds', () => {
    const changed = seats(300).map((one) => ({ ...one, what: ['e-mail' as const], gained: true as const }))
    expect(isHeld({ changed })).toBe(false)
  })

  test('a seat counts once, whatever happens to it; a name or party put right does not count', () => {
    const report = {
      ...nothing,
      new: seats(3),
      left: seats(4),
      changed: [
        { ...seat(9), what: ['e-mail' as const] },
        { ...seat(10), what: ['name' as const, 'party' as const] },
      ],
    }
    expect(touchedSeats({ report })).toBe(5)
  })
})

test('neither the end of a Parliament nor the beginning of the next waits', () => {
  expect(isHeld({ new: seats(650) }, 0)).toBe(false)
  const comparison = {
    report: { ...nothing, left: seats(650) },
    sitting: 650,
    changes: { ended: [], begun: [], corrected: [] },
  }
  expect(isTooMuch(comparison, { ...whole, total: 0 })).toBe(false)
})
