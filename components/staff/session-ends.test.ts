import { afterEach, expect, test, vi } from 'vitest'
import { MINUTE } from '@/lib/kernel/time/durations'
import { fromOtherTabs, later, sessionPhase, tellOtherTabs } from './session-ends'

const session = { ends: 480 * MINUTE, idleEnds: 30 * MINUTE }

test.each([
  [0, 'quiet'],
  [27.9, 'quiet'],
  [28, 'idle-soon'],
  [29.9, 'idle-soon'],
  [30, 'over'],
])('of an administrator who does nothing, minute %d: %s', (minute, phase) => {
  expect(sessionPhase(session, minute * MINUTE)).toBe(phase)
})

test.each([
  [477.9, 'quiet'],
  [478, 'ends-soon'],
  [480, 'over'],
])('of whoever goes on, minute %d: %s', (minute, phase) => {
  expect(sessionPhase({ ...session, idleEnds: null }, minute * MINUTE)).toBe(phase)
  expect(sessionPhase({ ...session, idleEnds: 500 * MINUTE }, minute * MINUTE)).toBe(phase)
})

test('what was done in another tab of the same session counts, and another session does not', () => {
  const busy = { ends: 480 * MINUTE, idleEnds: 45 * MINUTE }
  expect(later(session, busy)).toBe(busy)
  expect(later(busy, session)).toBe(busy)
  expect(later(session, { ends: 900 * MINUTE, idleEnds: 100 * MINUTE })).toBe(session)
  expect(later(session, null)).toBe(session)
})

afterEach(() => vi.unstubAllGlobals())

test('one tab tells another until when the session lasts; without storage, or with other things in it, none does', () => {
  const kept = new Map<string, string>()
  const getItem = (key: string) => kept.get(key) ?? null
  vi.stubGlobal('localStorage', { getItem, setItem: (key: string, value: string) => void kept.set(key, value) })
  expect(fromOtherTabs()).toBeNull()
  tellOtherTabs(session)
  expect(fromOtherTabs()).toEqual(session)
  for (const spoilt of ['{"ends', '{"ends":"soon"}', 'null']) {
    for (const key of kept.keys()) kept.set(key, spoilt)
    expect(fromOtherTabs()).toBeNull()
  }
  vi.stubGlobal('localStorage', undefined)
  expect(() => tellOtherTabs(session)).not.toThrow()
  expect(fromOtherTabs()).toBeNull()
})
