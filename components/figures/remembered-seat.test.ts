import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { rememberedSeat, rememberSeat } from './remembered-seat'

const BATH = 'E14001086'
const NOON = new Date('2026-11-27T12:00:00Z')
const later = (days: number) => new Date(NOON.getTime() + days * 86_400_000)
const kept = new Map<string, string>()

beforeEach(() =>
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }),
)
afterEach(() => {
  kept.clear()
  vi.unstubAllGlobals()
})

test('a seat is remembered for a week, then forgotten', () => {
  rememberSeat(BATH, NOON)
  expect(rememberedSeat(later(7))).toBe(BATH)
  expect(rememberedSeat(later(7.1))).toBeNull()
  expect(kept.size).toBe(0)
})

test.each(['', '{', '[]', 'null', '{"code":"<b>","on":"2026-11-27"}', '{"code":"E14001086"}', '{"code":7}'])(
  'what is no seat is none: %s',
  (text) => {
    kept.set('dear-mp:seat', text)
    expect(rememberedSeat(NOON)).toBeNull()
  },
)

test('a browser that keeps nothing remembers nothing', () => {
  vi.stubGlobal('localStorage', {
    getItem: () => {
      throw new Error('denied')
    },
  })
  rememberSeat(BATH)
  expect(rememberedSeat()).toBeNull()
})
