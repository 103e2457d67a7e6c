import { expect, test } from 'vitest'
import { momentIn } from './moment'

test.each([
  ['2026-11-24', '2026-11-24T00:00:00.000Z'],
  ['2026-11-24T12:30Z', '2026-11-24T12:30:00.000Z'],
  ['2026-11-24T12:30:15', '2026-11-24T12:30:15.000Z'],
  ['2026-06-24T12:30:00+01:00', '2026-06-24T11:30:00.000Z'],
])('%s is a moment', (text, iso) => {
  expect(momentIn(text)?.toISOString()).toBe(iso)
})

test.each(['', 'tomorrow', '24/11/2026', '2026-02-31', '2026-13-01T00:00Z', '20261124', '2026-11-24T25:00Z'])(
  '%j is none',
  (text) => expect(momentIn(text)).toBeNull(),
)
