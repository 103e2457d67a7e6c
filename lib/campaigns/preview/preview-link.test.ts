import { afterEach, expect, test, vi } from 'vitest'
import type { Context } from '@/lib/kernel/context'
import { DAY } from '@/lib/kernel/time/durations'
import { testContext } from '@/lib/mailer/testing/context'
import { makePreviewLink, PREVIEW_DAYS, readPreviewLink } from './preview-link'

const NOON = new Date('2026-11-10T12:00:00Z')
const VERSION = 'e12a04ea-238f-4db7-b02f-b95340d7cdcb'

const SHOWN = { campaignId: '6f1d3f0b-35de-4d0c-9c15-8f0f7d3b7c11', versionId: VERSION }

/** No database is asked: the link itself says what it shows. */
function at(now: Date, role: 'editor' | 'campaigner' = 'editor'): Context {
  return { ...testContext(undefined as never, now), actor: { kind: 'staff', id: 'x', role, limitedTo: null } }
}

afterEach(() => vi.unstubAllEnvs())

test('a link shows its version until it runs out', () => {
  const link = makePreviewLink(at(NOON), SHOWN)
  const until = new Date(NOON.getTime() + PREVIEW_DAYS * DAY)
  expect(readPreviewLink(at(NOON), link)).toEqual({ versionId: VERSION, until })
  expect(readPreviewLink(at(until), link)).toBe('expired')
})

test('a link that was changed in any part is none', () => {
  const link = makePreviewLink(at(NOON), SHOWN)
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
  expect(() => makePreviewLink(at(NOON, 'campaigner'), SHOWN)).toThrow(/does not allow/)
})

test('a link outlives a change of the secret while the old one stands in the list, and no longer', async () => {
  const [older, newer] = ['o'.repeat(32), 'n'.repeat(32)]
  const link = (await under(older)).makePreviewLink(at(NOON), SHOWN)
  expect((await under(`${newer},${older}`)).readPreviewLink(at(NOON), link)).toMatchObject({ versionId: VERSION })
  expect((await under(newer)).readPreviewLink(at(NOON), link)).toBeNull()
  const next = (await under(`${newer},${older}`)).makePreviewLink(at(NOON), SHOWN)
  expect((await under(newer)).readPreviewLink(at(NOON), next)).toMatchObject({ versionId: VERSION })
})

/** The module as a process with this AUTH_SECRET has it. */
async function under(secrets: string) {
  vi.stubEnv('AUTH_SECRET', secrets)
  vi.resetModules()
  return import('./preview-link')
}
