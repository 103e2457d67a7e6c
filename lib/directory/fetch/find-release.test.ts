import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newestRelease } from './find-release'
import { AT_ONCE, type PlayedPortal, playedItem, playPortal } from './testing'

let portal: PlayedPortal
beforeAll(async () => {
  portal = await playPortal(new Uint8Array(), [])
})
afterAll(() => portal.close())
beforeEach(() => {
  portal.items = [playedItem('February', 2026), playedItem('May', 2026), playedItem('November', 2025)]
  portal.failing.search = null
  portal.asked = []
})
const found = (searchUrl = portal.url) => newestRelease({ searchUrl, rate: AT_ONCE })

test('the newest release is found by its month, with its size, its licence and where its file is', async () => {
  expect(await found()).toEqual({
    name: 'NSPL May 2026',
    date: '2026-05-01',
    title: 'National Statistics Postcode Lookup (May 2026) for the UK',
    dataUrl: portal.url.replace('search', 'content/items/idMay2026/data'),
    version: `idMay2026 ${Date.parse('1 May 2026 UTC')}`,
    size: 190_000_000,
    licence: 'See licences .',
  })
})

test('guides, maps and tables of the same name are passed over, and so is what was only put up later', async () => {
  portal.items = [
    playedItem('August', 2026, { title: 'National Statistics Postcode Lookup (August 2026) User Guide', type: 'PDF' }),
    playedItem('August', 2026, { type: 'Feature Service' }),
    playedItem('May', 2024, { created: Date.parse('1 Sep 2026 UTC') }),
    playedItem('May', 2026, { name: null, size: -1, licenseInfo: null }),
  ]
  expect(await found()).toMatchObject({ name: 'NSPL May 2026', size: null, licence: '' })
})

test('a mirror may name the portal alone, and give each file an address of its own', async () => {
  const { origin } = new URL(portal.url)
  expect((await found(origin)).name).toBe('NSPL May 2026')
  expect((await found(`${origin}/sharing/rest`)).name).toBe('NSPL May 2026')
  portal.items = [playedItem('May', 2026, { url: '/files/may.zip' })]
  expect((await found()).dataUrl).toBe(`${origin}/files/may.zip`)
})

test.each(['status 429', 'status 500', 'html', 'empty', 'other json'] as const)(
  'a search that answers with %s is one line, and nothing of what it said',
  async (failure) => {
    portal.failing.search = failure
    await expect(found()).rejects.toThrow(/^The portal's search answered with [^\n]+\. Nothing was changed\.$/)
  },
)

test('a portal without a release, or that is not there, is one line', async () => {
  portal.items = []
  await expect(found()).rejects.toThrow(/lists no release of the National Statistics Postcode Lookup/)
  await expect(found('http://127.0.0.1:9/search')).rejects.toThrow(/^The portal's search could not be reached/)
})
