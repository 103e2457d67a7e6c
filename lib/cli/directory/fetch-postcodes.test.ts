import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { databaseUrl, testDatabase } from '@/db/testing'
import { ranHere, startedCommand } from '@/lib/cli/testing'
import { northernIrelandChoice } from '@/lib/directory/fetch/northern-ireland'
import { type PlayedPortal, playedItem, playPortal } from '@/lib/directory/fetch/testing'
import { lookUpPostcode } from '@/lib/directory/lookup'
import { currentRelease } from '@/lib/directory/postcodes/releases'
import { type ReleaseRow, releaseCsv, zipOf } from '@/lib/directory/postcodes/testing'
import { loadSnapshot } from '@/lib/directory/snapshot/load'
import type { Context } from '@/lib/kernel/context'
import { MINUTE } from '@/lib/kernel/time/durations'
import { contextFor } from '@/lib/mailer/process-context'

const PATIENCE_MS = 10 * MINUTE
const OFF = { membersApiUrl: null, postcodesApiUrl: null }
const LEEDS = { postcode: 'LS1 4AP', seat: 'E14001319' }
const BELFAST = { postcode: 'BT1 1AA', seat: 'N05000002' }

let ctx: Context
let portal: PlayedPortal
let settings: NodeJS.ProcessEnv
beforeAll(async () => {
  await testDatabase()
  ctx = contextFor({ kind: 'system' })
  await loadSnapshot(ctx)
  portal = await playPortal(new Uint8Array(), [])
  const dataDir = mkdtempSync(join(process.env.DATA_DIR ?? tmpdir(), 'fetch-'))
  settings = {
    NODE_ENV: 'test',
    DATABASE_URL: await databaseUrl(ctx.db),
    APP_URL: 'http://localhost:4321',
    DATA_DIR: dataDir,
    RELEASES_URL: portal.url,
  }
}, PATIENCE_MS)
afterAll(() => portal.close())
beforeEach(() => {
  portal.failing.search = null
  portal.failing.file = null
  portal.breaksAfter = null
  portal.asked = []
})

const run = (...args: string[]) => ranHere('directory', ['fetch-postcodes', ...args], settings)
const offer = async (month: string, year: number, rows: ReleaseRow[]) => {
  const item = playedItem(month, year)
  portal.items = [item]
  portal.file = await zipOf({ [`Data/${item.name?.replace('zip', 'csv')}`]: releaseCsv(rows) })
}
const left = () => {
  const folder = join(settings.DATA_DIR ?? '', 'downloads')
  return existsSync(folder) ? readdirSync(folder) : []
}

test('the newest release is fetched, named with its size and licence, and imported without Northern Ireland', {
  timeout: PATIENCE_MS,
}, async () => {
  await offer('August', 2025, [LEEDS, BELFAST])
  const refused = await run()
  expect(refused).toMatchObject({ status: 1, stderr: expect.stringMatching(/^Not let in, and nothing was changed/) })
  expect(await currentRelease(ctx)).toBeNull()
  const { status, stdout, stderr } = await run('--confirm')
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toContain('The newest release is NSPL August 2025 (National Statistics Postcode Lookup (August 2025)')
  expect(stdout).toContain('190 MB.\nIts licence, as the portal says: See licences')
  expect(stdout).toMatch(/own internal business only.+\nNot agreed to: the postcodes of Northern Ireland are left out/)
  expect(stdout).toContain('Left out, of Northern Ireland: 1 postcode\n')
  expect(await currentRelease(ctx)).toMatchObject({ name: 'NSPL August 2025 without Northern Ireland', postcodes: 1 })
  expect(await lookUpPostcode(ctx, 'LS1 4AP', OFF)).toMatchObject({ status: 'found', source: 'local' })
  expect(await lookUpPostcode(ctx, 'BT1 1AA', OFF)).toMatchObject({ status: 'unavailable' })
  expect(left()).toEqual([])
  expect(await northernIrelandChoice(ctx)).toBeNull()
})

test('one that is in use already is not fetched again; agreeing is kept once, and brings Northern Ireland in', {
  timeout: PATIENCE_MS,
}, async () => {
  expect((await run()).stdout).toContain('NSPL August 2025 without Northern Ireland is in use already, and no newer')
  expect(portal.asked).toEqual(['/sharing/rest/search'])
  const tried = await run('--agree-northern-ireland', '--dry-run')
  expect([tried.status, await northernIrelandChoice(ctx)]).toEqual([0, null])
  expect(await run('--agree-northern-ireland')).toMatchObject({ status: 0, stderr: '' })
  expect(await northernIrelandChoice(ctx)).toEqual({ agreed: true, at: expect.any(String), by: null })
  expect(await lookUpPostcode(ctx, 'BT1 1AA', OFF)).toMatchObject({ status: 'found', source: 'local' })
  expect((await run()).stdout).not.toContain('internal business')
})

test('whatever the portal does wrong is one line, and the release before stays', { timeout: PATIENCE_MS }, async () => {
  await offer('November', 2025, [LEEDS, BELFAST])
  const before = await currentRelease(ctx)
  const wrong = async () => {
    const { status, stderr } = await run()
    expect([status, await currentRelease(ctx)]).toEqual([1, before])
    expect(stderr).toMatch(/^[^\n]+\.\n$/)
    return stderr
  }
  portal.failing.file = 'html'
  expect(await wrong()).toContain('a web page in place of the file')
  portal.failing.file = 'other json'
  expect(await wrong()).toContain('a message in place of the file')
  portal.failing.file = null
  portal.file = portal.file.subarray(0, portal.file.length - 30)
  expect(await wrong()).toContain('The file of NSPL November 2025 was refused, and removed: ')
  expect(left()).toEqual([])
  settings.RELEASES_URL = 'off'
  expect(await wrong()).toContain('RELEASES_URL is off')
  settings.RELEASES_URL = portal.url
})

test('a fetch that is killed half-way is gone on from by the next', { timeout: PATIENCE_MS }, async () => {
  await offer('November', 2025, [LEEDS, BELFAST])
  const whole = portal.file
  portal.stallsAfter = whole.length - 50
  const killed = await startedCommand('directory', ['fetch-postcodes'], settings)
  const part = join(settings.DATA_DIR ?? '', 'downloads', 'postcodes')
  await vi.waitFor(() => expect(statSync(part).size).toBe(whole.length - 50), { timeout: PATIENCE_MS, interval: 50 })
  killed.kill('SIGKILL')
  await once(killed, 'exit')
  portal.stallsAfter = null
  portal.asked = []
  expect(await run()).toMatchObject({ status: 0, stderr: '' })
  expect(portal.asked).toEqual([
    '/sharing/rest/search',
    `/sharing/rest/content/items/idNovember2025/data bytes=${whole.length - 50}-`,
  ])
  expect(await currentRelease(ctx)).toMatchObject({ name: 'NSPL November 2025' })
  expect(left()).toEqual([])
})
