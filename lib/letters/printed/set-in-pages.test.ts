import fc from 'fast-check'
import { expect, test } from 'vitest'
import { setInPages, WITH_END } from './set-in-pages'

const sheet = { top: 71, bottom: 771, high: 14, gap: 1.5 }
const line = fc.record({ above: fc.constantFrom(0, 0, 0, 10, 14), isEnd: fc.constant(false) })
const letter = fc
  .tuple(fc.array(line, { minLength: WITH_END, maxLength: 250 }), fc.integer({ min: 2, max: 12 }))
  .map(([lines, more]) => [
    ...lines,
    ...Array.from({ length: more }, (_, at) => ({ above: at < 2 ? 40 : 0, isEnd: true })),
  ])

test('a letter of whatever length ends on a page with its last lines', () => {
  fc.assert(
    fc.property(letter, (lines) => {
      const places = setInPages(lines, sheet)
      const end = lines.findIndex(({ isEnd }) => isEnd)
      expect(new Set(places.slice(end - WITH_END).map(({ page }) => page)).size).toBe(1)
    }),
  )
})

test('every line is within its page and below the one before it, and no page is left out', () => {
  fc.assert(
    fc.property(letter, (lines) => {
      const places = setInPages(lines, sheet)
      for (const [at, { page, y }] of places.entries()) {
        const before = places[at - 1] ?? { page: 1, y: sheet.top - sheet.high }
        expect(y).toBeGreaterThanOrEqual(sheet.top)
        expect(y + sheet.high).toBeLessThanOrEqual(sheet.bottom)
        if (page === before.page) expect(y).toBeGreaterThanOrEqual(before.y + sheet.high)
        else expect(page).toBe(before.page + 1)
      }
    }),
  )
})

test('an end that fills more than a page is parted where the page ends', () => {
  const lines = Array.from({ length: 100 }, (_, at) => ({ above: 0, isEnd: at > 10 }))
  expect(setInPages(lines, sheet).map(({ page }) => page)).toEqual(
    Array.from({ length: 100 }, (_, at) => 1 + Math.floor(at / 45)),
  )
})
