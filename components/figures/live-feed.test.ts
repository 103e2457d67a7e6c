import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { jittered, liveFeed, nextWait, type Outcome } from './live-feed'

const LONG_MS = 3_600_000
const totals = {
  supporters: 1,
  letters: 1,
  constituencies: 1,
  goal: 10,
  lastDay: 1,
  updatedAt: '2026-11-27T12:00:00.000Z',
}
let page = Object.assign(new EventTarget(), { hidden: false })

let asked = 0
let underWay = 0
let most = 0
let answer: () => Promise<Response> = async () => Response.json(totals)

beforeEach(() => {
  asked = underWay = most = 0
  answer = async () => Response.json(totals)
  page = Object.assign(new EventTarget(), { hidden: false })
  vi.useFakeTimers()
  // Every wait as long as it is meant on average: 12 seconds at first.
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  vi.stubGlobal('document', page)
  vi.stubGlobal('fetch', async () => {
    asked += 1
    underWay += 1
    most = Math.max(most, underWay)
    return answer().finally(() => {
      underWay -= 1
    })
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** An answer that comes when it is told to. */
function slowly() {
  let resolve = (_answer: Response) => {}
  const arriving = new Promise<Response>((done) => {
    resolve = done
  })
  answer = () => arriving
  return async () => {
    resolve(Response.json(totals))
    await vi.advanceTimersByTimeAsync(0)
  }
}

function show(hidden: boolean) {
  page.hidden = hidden
  page.dispatchEvent(new Event('visibilitychange'))
}

test('whoever listens hears what has moved, and nothing is asked once nobody does', async () => {
  const feed = liveFeed('/figures')
  const heard = vi.fn()
  const leave = feed.listen(heard)
  await vi.advanceTimersByTimeAsync(20_000)
  expect([asked, feed.latest, heard.mock.calls.length]).toEqual([1, totals, 1])
  leave()
  await vi.advanceTimersByTimeAsync(LONG_MS)
  expect(asked).toBe(1)
})

test('nothing more is asked where the last has left while an answer was on its way', async () => {
  const arrive = slowly()
  const leave = liveFeed('/figures').listen(() => {})
  await vi.advanceTimersByTimeAsync(20_000)
  leave()
  await arrive()
  await vi.advanceTimersByTimeAsync(LONG_MS)
  expect(asked).toBe(1)
})

test('one question at a time, whoever leaves, listens, or comes back to the tab meanwhile', async () => {
  const arrive = slowly()
  const feed = liveFeed('/figures')
  const leave = feed.listen(() => {})
  await vi.advanceTimersByTimeAsync(20_000)
  leave()
  feed.listen(() => {})
  show(true)
  show(false)
  await vi.advanceTimersByTimeAsync(LONG_MS)
  expect([asked, most]).toEqual([1, 1])
  await arrive()
  answer = async () => Response.json(totals)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toBeGreaterThan(1)
  expect(most).toBe(1)
})

test('nothing is asked while the tab is hidden', async () => {
  liveFeed('/figures').listen(() => {})
  show(true)
  await vi.advanceTimersByTimeAsync(LONG_MS)
  expect(asked).toBe(0)
  show(false)
  await vi.advanceTimersByTimeAsync(20_000)
  expect(asked).toBe(1)
})

const waits = (outcomes: Outcome[]) => {
  let wait: number | null = null
  return outcomes.map((outcome) => {
    wait = nextWait(wait, outcome)
    return wait / 1000
  })
}

test('it asks every twelve seconds while the figures move, and again once they do', () =>
  expect(waits(['changed', 'changed', 'same', 'same', 'changed'])).toEqual([12, 12, 18, 27, 12]))

test('it slows down to two minutes while nothing moves', () =>
  expect(waits(Array<Outcome>(12).fill('same')).at(-1)).toBe(120))

test('it slows down to ten minutes while there is no answer', () => {
  expect(waits(['changed', 'failed', 'failed'])).toEqual([12, 24, 48])
  expect(waits(Array<Outcome>(12).fill('failed')).at(-1)).toBe(600)
})

test('those who came together are spread over two thirds of the wait', () =>
  expect([0, 0.5, 1].map((chance) => Math.round(jittered(12_000, chance)))).toEqual([8000, 12_000, 16_000]))
