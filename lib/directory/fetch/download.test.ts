import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { download } from './download'
import { AT_ONCE, type PlayedPortal, playPortal } from './testing'

const FILE = Uint8Array.from({ length: 300_000 }, (_, at) => (at * 7) % 251)
const PATH = '/sharing/rest/content/items/one/data'

let portal: PlayedPortal
let folder = ''
beforeAll(async () => {
  portal = await playPortal(FILE, [])
})
afterAll(() => portal.close())
beforeEach(() => {
  folder = mkdtempSync(join(process.env.DATA_DIR ?? tmpdir(), 'download-'))
  Object.assign(portal, { file: FILE, etag: '"one"', contentType: 'application/zip', breaksAfter: null, asked: [] })
  portal.failing.file = null
})

const NEVER_AGAIN = { ...AT_ONCE, backoffMs: [] }
const fetched = ({ rate = AT_ONCE, version = 'one' } = {}, onBytes?: (done: number, total: number | null) => void) =>
  download({ url: new URL(PATH, portal.url).href, version, rate }, folder, onBytes)
const bytesOf = (path: string) => new Uint8Array(readFileSync(path))

test('a file is fetched whole, and how far it is can be followed', async () => {
  const heard: [number, number | null][] = []
  const path = await fetched({}, (done, total) => heard.push([done, total]))
  expect(bytesOf(path)).toEqual(FILE)
  expect(heard.at(-1)).toEqual([FILE.length, FILE.length])
})

test('what broke off is gone on from: within one call, and by the next', async () => {
  portal.breaksAfter = 130_000
  expect(bytesOf(await fetched())).toEqual(FILE)
  expect(portal.asked).toEqual([PATH, `${PATH} bytes=130000-`, `${PATH} bytes=260000-`])
  portal.asked = []
  await expect(fetched({ rate: NEVER_AGAIN, version: 'two' })).rejects.toThrow(
    'The download broke off. 0.1 MB are kept, and the next try goes on from there. Nothing was changed.',
  )
  portal.breaksAfter = null
  expect(bytesOf(await fetched({ version: 'two' }))).toEqual(FILE)
  expect(portal.asked).toEqual([PATH, `${PATH} bytes=130000-`])
})

test('a file that is there whole is not asked for again', async () => {
  await fetched()
  portal.asked = []
  expect(bytesOf(await fetched())).toEqual(FILE)
  expect(portal.asked).toEqual([])
})

test('one that has changed meanwhile, or that says no version of itself, begins anew', async () => {
  for (const etag of ['"two"', 'W/"two"', null]) {
    Object.assign(portal, { file: FILE, etag, breaksAfter: 130_000 })
    await expect(fetched({ rate: NEVER_AGAIN, version: `${etag}` })).rejects.toThrow('broke off')
    Object.assign(portal, { file: FILE.toReversed(), etag: '"three"', breaksAfter: null })
    expect(bytesOf(await fetched({ version: `${etag}` }))).toEqual(FILE.toReversed())
  }
})

test('what was begun of another file is removed', async () => {
  portal.breaksAfter = 130_000
  await expect(fetched({ rate: NEVER_AGAIN })).rejects.toThrow('broke off')
  portal.asked = []
  portal.breaksAfter = null
  expect(bytesOf(await fetched({ version: 'two' }))).toEqual(FILE)
  expect(portal.asked).toEqual([PATH])
})

test.each([
  ['status 429', 'The download was answered with status 429. Nothing was changed.'],
  ['status 500', 'The download was answered with status 500. Nothing was changed.'],
  ['html', 'The download was answered with a web page in place of the file. Nothing was changed.'],
  ['other json', 'The download was answered with a message in place of the file. Nothing was changed.'],
] as const)('a portal that answers with %s is one line, and nothing is kept of it', async (failure, line) => {
  portal.failing.file = failure
  await expect(fetched()).rejects.toThrow(line)
  expect(readdirSync(folder).filter((name) => name === 'postcodes' && bytesOf(join(folder, name)).length > 0)).toEqual(
    [],
  )
})

test('a page that is called a zip is told by how it begins', async () => {
  portal.file = new TextEncoder().encode('\n<!doctype html><title>Sign in</title>')
  await expect(fetched()).rejects.toThrow('a web page in place of the file')
})

test('a portal that is not there is one line', async () => {
  const gone = { url: 'http://127.0.0.1:9/data', version: 'one', rate: AT_ONCE }
  await expect(download(gone, folder)).rejects.toThrow(
    /^The download could not be begun: the portal could not be reached/,
  )
})

test('a folder that cannot be written to is one line', async () => {
  const taken = join(folder, 'file')
  writeFileSync(taken, '')
  const to = download({ url: portal.url, version: '', rate: AT_ONCE }, join(taken, 'downloads'))
  await expect(to).rejects.toThrow(`${join(taken, 'downloads')} may not be written to. Nothing was changed.`)
})
