import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { heldReasons } from '@/db/schema/index'
import { actions } from '@/lib/delivery/queue/what-staff-can-do'
import { HELD_BY_TEAM } from '@/lib/letters/held-for-person'
import { heldWords } from '@/lib/letters/why-held'
import { reasonWords } from './history-words'

/** Where a letter's history is written, with the reasons as they stand there. */
const WRITERS = [
  'lib/delivery/events/bounced.ts',
  'lib/delivery/events/complained.ts',
  'lib/delivery/events/note-afterwards.ts',
  'lib/delivery/ledger/begin-batch.ts',
]

test('every reason in a letter’s history has words', () => {
  const written = WRITERS.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/reason: '([a-z-]+)'/g)].map(([, reason = '']) => reason),
  )
  const reasons = [
    ...written,
    ...heldReasons,
    ...heldReasons.map((held) => `waited-${held}`),
    ...Object.values(actions).map(({ reason }) => reason),
    ...['waited-turn', 'has-mp', 'has-address', 'unblocked', 'gave-up', 'refused', 'suppressed', 'hard-bounce'],
    ...['own-post', 'own-e-mail'],
  ]
  expect(written).toEqual(expect.arrayContaining(['mailbox-full', 'complained', 'noted', 'erased']))
  for (const reason of reasons) expect(reasonWords('held', reason), reason).toMatch(/ /)
})

test.each([
  ['held', HELD_BY_TEAM, 'by a member of the team'],
  ['held', 'vacant', heldWords.vacant],
  ['failed', 'staff', 'ended by the team'],
  ['failed', 'waited-vacant', 'waited as long as a letter may: the seat is vacant'],
  ['queued', null, ''],
  ['queued', 'of-old', 'of-old'],
] as const)('%s for %s is told as “%s”', (state, reason, words) => {
  expect(reasonWords(state, reason)).toBe(words)
})
