import { expect, test } from 'vitest'
import type { Context } from '../kernel/context'
import { makePreviewLink, PREVIEW_DAYS, readPreviewLink } from './preview-link'

const NOON = new Date('2026-11-10T12:00:00Z')
const VERSION = 'e12a04ea-238f-4db7-b02f-b95340d7cdcb'

/** No database is asked: the link itself says what it shows. */
function at(now: Date, role: 'editor' | 'campaigner' = 'editor'): Context {
  return { db: undefined as never, actor: { kind: 'staff', id: 'x', role }, now: () => now }
}

test('a link shows its version until it runs out', () => {
  const link = makePreviewLink(at(NOON), VERSION)
  const until = new Date(NOON.getTime() + PREVIEW_DAYS * 24 * 60 * 60 * 1000)
  expect(readPreviewLink(at(NOON), link)).toEqual({ versionId: VERSION, until })
  expect(readPreviewLink(at(until), link)).toBe('expired')
})

test('a link that was changed in any part is none', () => {
  const link = makePreviewLink(at(NOON), VERSION)
  const [, until = '', signature = ''] = link.split('.')
  for (const forged of [
    '',
    'x',
    `${VERSION}.zzzzzzzz.${signature}`,
    `${VERSION.replace('e', 'f')}.${until}.${signature}`,
    link.slice(0, -1),
    `${link}x`,
  ]) {
    expect(readPreviewLink(at(NOON), forged)).toBeNull()
  }
})

test('refuses to make one for whoever may not see campaigns', () => {
  expect(() => makePreviewLink(at(NOON, 'campaigner'), VERSION)).toThrow(/does not allow/)
})
