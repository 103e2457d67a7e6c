import { afterEach, expect, test, vi } from 'vitest'
import { clearDraft, keepDraft, readDraft } from './browser-draft'

const first = new Date('2026-03-01T10:00:00Z')
const later = new Date('2026-03-03T10:00:00Z')

function storage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}

afterEach(() => vi.unstubAllGlobals())

test('a draft keeps the day it was begun, and fields that were not typed again', () => {
  vi.stubGlobal('localStorage', storage())
  keepDraft('peace', { reason: ['Family'] }, {}, first)
  keepDraft('peace', { name: ['Sian'] }, {}, later)
  expect(readDraft('peace', later)).toEqual({
    began: first.toISOString(),
    changed: later.toISOString(),
    tab: null,
    fields: { reason: ['Family'], name: ['Sian'] },
  })
})

test('a draft is kept for a campaign of its own, for seven days, or until it is cleared', () => {
  vi.stubGlobal('localStorage', storage())
  keepDraft('peace', { reason: ['Family'] }, {}, first)
  expect(readDraft('water', first)).toBeNull()
  expect(readDraft('peace', new Date('2026-03-08T10:00:01Z'))).toBeNull()
  keepDraft('peace', { reason: ['Family'] }, {}, first)
  clearDraft('peace')
  expect(readDraft('peace', first)).toBeNull()
})

test('storage that is blocked, full or spoilt does no harm', () => {
  vi.stubGlobal('localStorage', undefined)
  expect(() => keepDraft('peace', { reason: ['Family'] })).not.toThrow()
  expect(readDraft('peace')).toBeNull()
  vi.stubGlobal('localStorage', { ...storage(), getItem: () => '{"fields' })
  expect(readDraft('peace')).toBeNull()
})
