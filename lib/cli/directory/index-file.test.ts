import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { postcodeReleases } from '@/db/schema/index'
import { settings as kept } from '@/db/schema/settings'
import { databaseUrl, testDatabase } from '@/db/testing'
import { ranHere } from '@/lib/cli/testing'
import { northernIrelandChoice } from '@/lib/directory/fetch/northern-ireland'
import { lookUpPostcode } from '@/lib/directory/lookup'
import { currentRelease } from '@/lib/directory/postcodes/releases'
import { releaseCsv, writeRelease } from '@/lib/directory/postcodes/testing'
import { notePostcodesChanged } from '@/lib/directory/postcodes/version'
import { loadSnapshot } from '@/lib/directory/snapshot/load'
import type { Context } from '@/lib/kernel/context'
import { MINUTE } from '@/lib/kernel/time/durations'
import { contextFor } from '@/lib/mailer/process-context'

const PATIENCE_MS = 10 * MINUTE
const OFF = { membersApiUrl: null, postcodesApiUrl: null }
const ROWS = [
  { postcode: 'LS1 4AP', seat: 'E14001319' },
  { postcode: 'LS1 4AQ', seat: 'E14001319', terminated: '199906' },
  { postcode: 'JE2 4WD', seat: 'L99999999' },
  { postcode: 'GIR 0AA', seat: '' },
  { postcode: 'NPT 0AA', seat: 'W07000105' },
  { postcode: 'BT1 1AA', seat: 'N05000002' },
]

let ctx: Context
let settings: NodeJS.ProcessEnv
let folder = ''
beforeAll(async () => {
  await testDatabase()
  ctx = contextFor({ kind: 'system' })
  await loadSnapshot(ctx)
  settings = { NODE_ENV: 'test', DATABASE_URL: await databaseUrl(ctx.db), APP_URL: 'http://localhost:4321' }
  folder = mkdtempSync(join(process.env.DATA_DIR ?? tmpdir(), 'index-'))
}, PATIENCE_MS)

const run = (...args: string[]) => ranHere('directory', args, settings)
const at = (name: string) => join(folder, name)
const statusOf = async (postcode: string) => (await lookUpPostcode(ctx, postcode, OFF)).status
const forget = async () => {
  await ctx.db.delete(postcodeReleases)
  await notePostcodesChanged(ctx)
}

test('an index is moved, with what it says of itself; Northern Ireland only where both sides ask for it', {
  timeout: PATIENCE_MS,
}, async () => {
  expect((await run('export-index', at('none'))).stderr).toMatch(/^No release of postcodes is in use/)
  await run(
    'import-postcodes',
    writeRelease('NSPL_AUG_2025_UK.csv', releaseCsv(ROWS)),
    '--confirm',
    '--agree-northern-ireland',
  )
  const first = await currentRelease(ctx)
  const exported = await run('export-index', at('gb'))
  expect([exported.status, exported.stderr]).toEqual([0, ''])
  expect(exported.stdout).toContain(
    'NSPL August 2025 without Northern Ireland, of 2025-08: 5 postcodes, 1 of them terminated, in 2 constituencies of England, Wales.',
  )
  expect(exported.stdout).toContain('Open Government Licence v3.0')
  expect(exported.stdout).not.toContain('Land & Property Services')
  expect((await run('export-index', at('uk'), '--with-northern-ireland')).stdout).toContain('Land & Property Services')
  const said = JSON.parse(readFileSync(at('gb'), 'latin1').split('\n')[1] ?? '')
  expect(said).toMatchObject({
    name: 'NSPL August 2025 without Northern Ireland',
    released: '2025-08-01',
    coverage: { postcodes: 5, terminated: 1, constituencies: 2, nations: ['England', 'Wales'] },
    licence: [expect.stringContaining('Open Government Licence')],
    release: first?.checksum,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  })

  await forget()
  await ctx.db.delete(kept).where(eq(kept.name, 'northern_ireland_postcodes'))
  expect(await run('import-index', at('gb'))).toMatchObject({ status: 1, stderr: expect.stringMatching(/^Not let in/) })
  expect(await run('import-index', at('gb'), '--dry-run')).toMatchObject({ status: 0 })
  expect(await currentRelease(ctx)).toBeNull()
  expect(await run('import-index', at('gb'), '--confirm')).toMatchObject({ status: 0, stderr: '' })
  expect(await currentRelease(ctx)).toMatchObject({
    name: 'NSPL August 2025 without Northern Ireland',
    released: '2025-08-01',
    checksum: first?.checksum,
    postcodes: 5,
    terminated: 1,
    outside: 1,
    nowhere: 1,
  })
  for (const found of ['LS1 4AP', 'LS1 4AQ', 'NPT 0AA']) expect(await statusOf(found), found).toBe('found')
  expect(await statusOf('BT1 1AA')).toBe('unavailable')

  const leaving = await run('import-index', at('uk'), '--confirm')
  expect(leaving.stdout).toContain('Left out, of Northern Ireland: 1 postcode')
  expect([await statusOf('BT1 1AA'), await northernIrelandChoice(ctx)]).toEqual(['unavailable', null])
  expect(await run('import-index', at('uk'), '--agree-northern-ireland')).toMatchObject({ status: 0, stderr: '' })
  expect(await statusOf('BT1 1AA')).toBe('found')
  expect(await northernIrelandChoice(ctx)).toMatchObject({ agreed: true })
})

test('what is no index, cut short or changed on its way is one line, and nothing is changed', {
  timeout: PATIENCE_MS,
}, async () => {
  const before = await currentRelease(ctx)
  const whole = readFileSync(at('uk'))
  const changed = Buffer.from(whole)
  changed[changed.length - 9] = (changed[changed.length - 9] ?? 0) ^ 1
  const files: Record<string, [Uint8Array | string, RegExp]> = {
    csv: [releaseCsv(ROWS), /is no index of postcodes, as export-index writes it\. Use import-postcodes/],
    empty: ['', /is no index of postcodes/],
    newer: ['DEAR MP POSTCODES 2\n{}\n', /in a format that this one does not read/],
    headless: ['DEAR MP POSTCODES 1\n', /it does not say what it holds/],
    nameless: ['DEAR MP POSTCODES 1\n{"name":""}\nx', /it does not say what it holds/],
    cut: [whole.subarray(0, whole.length - 20), /is cut short or damaged/],
    changed: [changed, /is cut short or damaged/],
  }
  for (const [name, [content, line]] of Object.entries(files)) {
    writeFileSync(at(name), content)
    const { status, stderr } = await run('import-index', at(name), '--confirm')
    expect([name, status, stderr.trimEnd().includes('\n')]).toEqual([name, 1, false])
    expect(stderr).toMatch(line)
  }
  expect((await run('import-index', at('missing'))).stderr).toMatch(/does not exist\.\n$/)
  expect((await run('export-index', join(folder, 'no', 'folder'))).stderr).toMatch(/lies in no folder that is there/)
  expect(await currentRelease(ctx)).toEqual(before)
  expect(await run('import-index')).toMatchObject({ status: 2 })
  expect(await run('import-index', 'a', '--agree-northern-ireland', '--without-northern-ireland')).toMatchObject({
    status: 2,
  })
})
