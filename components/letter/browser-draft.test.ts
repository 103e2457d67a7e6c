import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { WRITING_STAGES } from '@/lib/letters/writing-stages'
import { clearDraft, dropDraft, fieldsFor, keepDraft, ownDraft, readDraft, takeDraft } from './browser-draft'

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

describe('two tabs of one campaign', () => {
  const letterTo = (seat: string) => ({ place: { seat, mp: null, stage: 'you' as const } })
  /** Does something in a tab of its own: tabs share the one storage, and each has another beside it. */
  const tab = () => {
    const own = storage()
    return <T>(work: () => T): T => {
      vi.stubGlobal('sessionStorage', own)
      return work()
    }
  }
  const begun = () => {
    vi.stubGlobal('localStorage', storage())
    const tabs = [tab(), tab(), tab()] as const
    tabs[0](() => keepDraft('peace', { body: ['The first'], postcode: ['M1 1AE'] }, letterTo('A'), first))
    tabs[1](() => keepDraft('peace', { body: ['The second'] }, { ...letterTo('B'), whole: true }, later))
    return tabs
  }

  test('each keeps its own letter, and a new one is offered what was kept last', () => {
    const [one, two, three] = begun()
    expect(one(() => ownDraft('peace', later))?.fields.body).toEqual(['The first'])
    expect(two(() => ownDraft('peace', later))?.fields.body).toEqual(['The second'])
    expect(three(() => ownDraft('peace', later))).toBeNull()
    for (const each of [one, two, three])
      expect(each(() => readDraft('peace', later))?.fields.body).toEqual(['The second'])
  })

  test('what one has sent is gone there, and the other’s stays', () => {
    const [one, two] = begun()
    one(() => clearDraft('peace'))
    expect(one(() => readDraft('peace', later))?.fields.body).toEqual(['The second'])
    expect(two(() => ownDraft('peace', later))?.fields.body).toEqual(['The second'])
    two(() => clearDraft('peace'))
    expect(one(() => readDraft('peace', later))).toBeNull()
  })

  test('whoever starts afresh is offered neither', () => {
    const [one] = begun()
    one(() => dropDraft('peace'))
    expect(one(() => readDraft('peace', later))).toBeNull()
  })

  test('one can go on with the other’s', () => {
    const [one, , three] = begun()
    three(() => {
      const offered = readDraft('peace', later)
      if (offered) takeDraft('peace', offered)
    })
    expect(three(() => ownDraft('peace', later))?.place?.seat).toBe('B')
    expect(one(() => ownDraft('peace', later))?.place?.seat).toBe('A')
  })
})

test('what was typed for one MP comes along to another’s letter, and what belongs to the seat does not', () => {
  vi.stubGlobal('localStorage', storage())
  const fields = { reason: ['Family'], name: ['Sian'], postcode: ['M1 1AE'], constituency: ['A'], wording: ['x'] }
  const place = (seat: string) => ({ place: { seat, mp: null, stage: 'words' as const } })
  keepDraft('peace', { ...fields, givenId: ['y'] }, place('A'), first)
  const draft = readDraft('peace', first)
  expect(draft && fieldsFor('A', draft)).toEqual({ ...fields, givenId: ['y'] })
  expect(draft && fieldsFor('B', draft)).toEqual({ reason: ['Family'], name: ['Sian'] })
  keepDraft('peace', { reason: ['Friends'] }, place('B'), first)
  expect(readDraft('peace', first)?.fields).toEqual({ reason: ['Friends'], name: ['Sian'] })
})

test('the script that resumes a letter knows its pages', () => {
  const script = readFileSync(join(import.meta.dirname, '../../public/resume-letter.js'), 'utf8')
  expect(/const stages = (\[.*\])/.exec(script)?.[1]?.replaceAll("'", '"')).toBe(
    JSON.stringify(WRITING_STAGES).replaceAll(',', ', '),
  )
})
