import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Seat } from '@/lib/directory/seat'
import { log } from '@/lib/kernel/log'
import { MINUTE } from '@/lib/kernel/time/durations'
import { askSources } from './ask-sources'
import { failures, type PlayedSources, playSources } from './testing'
import { runOutWhenQuiet } from './testing-time'

const sevenoaks: Seat = { code: 'E14001465', name: 'Sevenoaks', nation: 'England', mp: null }
const START = new Date('2026-11-24T12:00:00Z')

log.level = 'silent'

let played: PlayedSources
let time: ReturnType<typeof runOutWhenQuiet>
beforeEach(async () => {
  // The breaker's clock.
  vi.useFakeTimers({ toFake: ['Date'], now: START })
  played = await playSources({ BR87RE: { names: ['Sevenoaks'], code: 'E14001465' } })
  time = runOutWhenQuiet(played)
})
afterEach(async () => {
  vi.restoreAllMocks()
  vi.useRealTimers()
  await played.close()
})

const ask = () => askSources(played, 'BR87RE', [sevenoaks])
const FOUND = { kind: 'seats', seats: [sevenoaks] }

/** How often each source was asked since the last count. */
function asked() {
  const paths = played.asked.splice(0)
  const members = paths.filter((path) => path.startsWith('/members/')).length
  return { members, postcodes: paths.length - members }
}

async function askFor(times: number) {
  for (let count = 0; count < times; count++) await ask()
}

test.each(failures)('five failures in a row, and a source is left alone: %s', async (failure) => {
  played.failing.members = failure
  for (let count = 0; count < 5; count++) expect(await ask()).toEqual(FOUND)
  expect(asked()).toEqual({ members: 5, postcodes: 5 })
  expect(await ask()).toEqual(FOUND)
  expect(asked()).toEqual({ members: 0, postcodes: 1 })
})

test('with both left alone the answer comes at once, and asks nobody', async () => {
  played.failing = { members: 'silence', postcodes: 'stall' }
  for (let count = 0; count < 5; count++) await ask()
  asked()
  expect(await ask()).toEqual({ kind: 'unavailable' })
  expect(asked()).toEqual({ members: 0, postcodes: 0 })
})

test('failures with a success between them are not in a row', async () => {
  played.failing.members = 'status 500'
  await askFor(4)
  played.failing.members = null
  await ask()
  played.failing.members = 'status 429'
  await askFor(4)
  expect(asked().members).toBe(9)
  await ask()
  expect(asked().members).toBe(1)
})

test('that it does not know a postcode is an answer, not a failure', async () => {
  for (let count = 0; count < 6; count++) await askSources(played, 'ZZ11ZZ', [sevenoaks])
  expect(asked()).toEqual({ members: 6, postcodes: 6 })
})

test('after a minute it is tried with one call; when that fails, it rests for another', async () => {
  played.failing.members = 'status 500'
  await askFor(5)
  vi.setSystemTime(START.getTime() + MINUTE - 1)
  asked()
  await ask()
  expect(asked().members).toBe(0)
  vi.setSystemTime(START.getTime() + MINUTE)
  await askFor(3)
  expect(asked().members).toBe(1)
  vi.setSystemTime(START.getTime() + 2 * MINUTE)
  await ask()
  expect(asked().members).toBe(1)
})

test('while the one call is under way nobody else waits for it', async () => {
  played.failing.members = 'status 500'
  await askFor(5)
  vi.setSystemTime(START.getTime() + MINUTE)
  played.failing.members = 'silence'
  played.whenQuiet = () => {}
  asked()
  const trial = ask()
  for (let count = 0; count < 3; count++) expect(await ask()).toEqual(FOUND)
  expect(asked()).toEqual({ members: 1, postcodes: 3 })
  time.runOut()
  await trial
})

test('when the one call succeeds, it is asked as before', async () => {
  played.failing.members = 'status 500'
  await askFor(5)
  vi.setSystemTime(START.getTime() + MINUTE)
  played.failing.members = null
  asked()
  await askFor(4)
  expect(asked()).toEqual({ members: 4, postcodes: 0 })
  played.failing.members = 'html'
  await askFor(6)
  expect(asked().members).toBe(5)
})
