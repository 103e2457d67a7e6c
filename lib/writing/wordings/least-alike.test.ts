import { describe, expect, test } from 'vitest'
import { type Given, leastAlike, type Slot } from './least-alike'

const even = (sizes: number[]): Slot[] => sizes.map((possibilities) => ({ possibilities, weight: 100 }))
const columns = (slots: Slot[], rows: number[][]): Given =>
  slots.map((_slot, at) => Int8Array.from(rows, (row) => row[at] ?? -1))
const alike = (one: number[], other: number[]) => one.filter((place, at) => place === other[at]).length

/** One after the other, each as far from those before as can be found from three starts. */
function series(slots: Slot[], count: number): number[][] {
  const rows: number[][] = []
  for (let turn = 0; turn < count; turn++) {
    const starts = [0, 1, 2].map((start) =>
      slots.map(({ possibilities }, at) => (turn * (at + 1) + start) % possibilities),
    )
    rows.push(leastAlike(slots, columns(slots, rows), starts))
  }
  return rows
}

const mostAlike = (rows: number[][]) =>
  Math.max(...rows.flatMap((one, at) => rows.slice(0, at).map((other) => alike(one, other))))

describe('one combination after another', () => {
  test('has nothing in common with those before, for as long as there are possibilities', () => {
    expect(mostAlike(series(even([5, 5, 5, 5]), 5))).toBe(0)
  })

  test('has one slot in common at most where a design with that exists and is found, and two soon after', () => {
    expect(mostAlike(series(even([5, 5, 5, 5]), 15))).toBeLessThanOrEqual(2)
    expect(mostAlike(series(even([5, 5, 5, 5, 5, 5, 5]), 60))).toBeLessThanOrEqual(3)
  })

  test('copes with slots of other sizes, down to one possibility', () => {
    const rows = series(even([2, 12, 1, 3]), 30)
    expect(rows.every(([a = 9, b = 99, c = 9, d = 9]) => a < 2 && b < 12 && c === 0 && d < 3)).toBe(true)
    expect(new Set(rows.map(String)).size).toBe(30)
  })

  test('shares a short slot rather than a long one', () => {
    const slots: Slot[] = [
      { possibilities: 2, weight: 100 },
      { possibilities: 2, weight: 200 },
    ]
    const given = columns(slots, [
      [0, 0],
      [1, 0],
    ])
    expect(leastAlike(slots, given, [[0, 0]])).toEqual([0, 1])
  })
})

test('the first combination is the first start, and what was given from texts that are gone weighs nothing', () => {
  const slots = even([3, 3])
  expect(leastAlike(slots, columns(slots, []), [[2, 1]])).toEqual([2, 1])
  expect(leastAlike(slots, columns(slots, [[-1, -1]]), [[2, 1]])).toEqual([2, 1])
})

test('a combination that was freed is the one to give again', () => {
  const slots = even([3, 3])
  const all = [0, 1, 2].flatMap((a) => [0, 1, 2].map((b) => [a, b]))
  for (const freed of all) {
    const given = columns(
      slots,
      all.filter((row) => row !== freed),
    )
    expect(leastAlike(slots, given, all)).toEqual(freed)
  }
})
