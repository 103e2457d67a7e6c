import { once } from 'node:events'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test, vi } from 'vitest'
import { databaseUrl, testDatabase } from '@/db/testing'
import { ranHere, startedCommand } from '@/lib/cli/testing'
import { lookUpPostcode } from '@/lib/directory/lookup'
import { currentRelease } from '@/lib/directory/postcodes/releases'
import { HEADER, releaseCsv, writeRelease } from '@/lib/directory/postcodes/testing'
import { loadSnapshot } from '@/lib/directory/snapshot/load'
import type { Context } from '@/lib/kernel/context'
import { MINUTE } from '@/lib/kernel/time/durations'
import { contextFor } from '@/lib/mailer/process-context'

// A child compiles what it imports, on a machine where other tests run at the same time.
const PATIENCE_MS = 10 * MINUTE
const OFF = { membersApiUrl: null, postcodesApiUrl: null }
const LEEDS = 'E14001319'
const HALLAM = 'E14001469'

let ctx: Context
let settings: NodeJS.ProcessEnv
beforeAll(async () => {
  await testDatabase()
  ctx = contextFor({ kind: 'system' })
  await loadSnapshot(ctx)
  settings = { NODE_ENV: 'test', DATABASE_URL: await databaseUrl(ctx.db), APP_URL: 'http://localhost:4321' }
}, PATIENCE_MS)

const run = (verb: string, ...args: string[]) => ranHere('directory', [verb, ...args], settings)
const importOf = (name: string, seat: string) =>
  run('import-postcodes', writeRelease(name, releaseCsv([{ postcode: 'LS1 4AP', seat }])), '--confirm')
const seatHere = async () => {
  const outcome = await lookUpPostcode(ctx, 'LS1 4AP', OFF)
  return 'seats' in outcome ? outcome.seats[0]?.code : outcome.status
}

test(
  'an import prints one line, and is answered by a process that runs already, within 5 seconds',
  async () => {
    const first = await importOf('NSPL_AUG_2025_UK.csv', LEEDS)
    expect([first.status, first.stderr]).toEqual([0, ''])
    expect(first.stdout).toMatch(
      /^NSPL August 2025: 1 postcode, 0 of them terminated, 0 outside Westminster, 0 in no constituency; \d+ bytes, in [\d.]+ s; SHA-256 [0-9a-f]{12}…\.$/m,
    )
    expect(await seatHere()).toBe(LEEDS)
    const second = await importOf('NSPL_NOV_2025_UK.csv', HALLAM)
    expect(second.stdout).toMatch(/^In the place of NSPL August 2025 \(SHA-256 [0-9a-f]{12}…\)\.$/m)
    await vi.waitFor(async () => expect(await seatHere()).toBe(HALLAM), { timeout: 120_000, interval: 100 })
  },
  PATIENCE_MS,
)

test('what is too much is refused with its comparison, tried without a change, and let in when it is confirmed', {
  timeout: PATIENCE_MS,
}, async () => {
  await importOf('NSPL_AUG_2025_UK.csv', LEEDS)
  const path = writeRelease('ONSPD_AUG_2024_UK.csv', releaseCsv([{ postcode: 'LS1 4AP', seat: HALLAM }]))
  const refused = await run('import-postcodes', path)
  expect(refused.status).toBe(1)
  expect(refused.stdout).toContain('ONSPD August 2024, compared with NSPL August 2025, which is in use:\n')
  expect(refused.stdout).toContain('\nMoved to another seat: 1 (100%), such as LS1 4AP.\n')
  expect(refused.stderr).toMatch(
    /^Not let in, and nothing was changed: 100% of the postcodes [^\n]+ --confirm [^\n]+\n$/,
  )
  const tried = await run('import-postcodes', path, '--dry-run')
  expect([tried.status, tried.stderr]).toEqual([0, ''])
  expect(tried.stdout).toMatch(/\nNothing was changed\. Without --dry-run this would not be let in, unless --confirm/)
  expect(await currentRelease(ctx)).toMatchObject({ name: 'NSPL August 2025' })
  expect(await run('import-postcodes', path, '--dry-run', '--confirm')).toMatchObject({ status: 2 })
  expect(await run('import-postcodes', path, '--confirm')).toMatchObject({ status: 0, stderr: '' })
  expect(await currentRelease(ctx)).toMatchObject({ name: 'ONSPD August 2024' })

  const undone = await run('undo')
  expect([undone.status, undone.stderr]).toEqual([0, ''])
  expect(undone.stdout).toMatch(
    /\nUndone \(postcodes\): ONSPD August 2024 took the place of NSPL August 2025\. Another undo postcodes brings it back\.\n$/,
  )
  expect(await currentRelease(ctx)).toMatchObject({ name: 'NSPL August 2025' })
  expect(await run('undo', 'everything')).toMatchObject({ status: 2 })
})

test('Northern Ireland is left out until somebody agrees to its licence, which is asked once', {
  timeout: PATIENCE_MS,
}, async () => {
  const rows = [
    { postcode: 'LS1 4AP', seat: LEEDS },
    { postcode: 'BT1 1AA', seat: 'N05000002' },
  ]
  const path = writeRelease('NSPL_NOV_2025_UK.csv', releaseCsv(rows))
  const northernIreland = async () => (await lookUpPostcode(ctx, 'BT1 1AA', OFF)).status
  const unasked = await run('import-postcodes', path, '--confirm')
  expect([unasked.status, unasked.stderr]).toEqual([0, ''])
  expect(unasked.stdout).toMatch(
    /own internal business only.+\nNot agreed to: the postcodes of Northern Ireland are left out/,
  )
  expect(unasked.stdout).toContain('Left out, of Northern Ireland: 1 postcode\n')
  expect(await currentRelease(ctx)).toMatchObject({ name: 'NSPL November 2025 without Northern Ireland', postcodes: 1 })
  expect(await northernIreland()).toBe('unavailable')
  const both = ['--agree-northern-ireland', '--without-northern-ireland']
  expect(await run('import-postcodes', path, '--confirm', ...both)).toMatchObject({ status: 2 })
  expect(await run('import-postcodes', path, '--confirm', '--agree-northern-ireland')).toMatchObject({ status: 0 })
  expect(await northernIreland()).toBe('found')
  expect((await run('import-postcodes', path, '--confirm')).stdout).not.toContain('internal business')
  expect(await northernIreland()).toBe('found')
})

test('an import that is killed half-way leaves the release before it whole', { timeout: PATIENCE_MS }, async () => {
  await importOf('NSPL_AUG_2025_UK.csv', LEEDS)
  const child = await startedCommand(
    'directory',
    ['import-postcodes', writeRelease('NSPL_NOV_2025_UK.csv.gz', long())],
    settings,
  )
  let said = ''
  child.stdout?.on('data', (text) => {
    said += text
  })
  await vi.waitFor(() => expect(said).toContain('per cent: 25 of 100'), { timeout: PATIENCE_MS, interval: 20 })
  child.kill('SIGKILL')
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
  expect(said).not.toContain('100 of 100')
  expect(await currentRelease(ctx)).toMatchObject({ name: 'NSPL August 2025', postcodes: 1 })
  await vi.waitFor(async () => expect(await seatHere()).toBe(LEEDS), { timeout: 120_000, interval: 100 })
})

test('what is wrong is one line on standard error, and exit status 1 or 2', { timeout: PATIENCE_MS }, async () => {
  const page = await run('import-postcodes', writeRelease('NSPL.csv', '<!doctype html>\n<p>Sign in</p>\n'))
  expect(page.status).toBe(1)
  expect(page.stderr).toMatch(/^[^\n]*NSPL\.csv is not a release of NSPL or ONSPD: it is a web page\.\n$/)
  const splits = await run('import-splits', writeRelease('splits.csv', `postcode,code\nLS1 4AP,${LEEDS}\nLS1 4AP,x\n`))
  expect(splits).toMatchObject({ status: 1, stderr: 'Line 3 has "x" for a code.\n' })
  const usage = await run('import-postcodes')
  expect(usage).toMatchObject({ status: 2, stdout: '' })
  expect(usage.stderr).toContain('npm run directory -- import-postcodes FILE [--other-boundaries]')
})

test('split postcodes are imported, and counted', { timeout: PATIENCE_MS }, async () => {
  const rows = ['postcode,code', `LS2 1AA,${LEEDS}`, `LS2 1AA,${HALLAM}`, `LS2 1AB,${LEEDS}`, '']
  const { status, stdout, stderr } = await run('import-splits', writeRelease('splits.csv', rows.join('\n')))
  expect({ status, stdout, stderr }).toEqual({
    status: 0,
    stdout: expect.stringMatching(
      /\n1 postcode in several constituencies, and 1 postcode in one constituency alone\.\n$/,
    ),
    stderr: '',
  })
  const looked = await run('lookup', 'LS2', '1AA')
  expect(looked.stdout).toMatch(/^LS2 1AA: split between 2 constituencies \(local\)\n {2}Leeds Central/)
})

/** Long enough that nobody misses its middle: the same rows again and again, which is no fault. */
function long(): Uint8Array {
  const rows = releaseCsv(
    Array.from({ length: 1000 }, (_, at) => ({
      postcode: `LS${1 + (at % 20)} ${Math.floor(at / 20) % 10}A${'ABDEFGHJLN'[Math.floor(at / 200)]}`,
      seat: LEEDS,
    })),
    { header: '' },
  )
  return gzipSync(`${HEADER}${rows.repeat(1500)}`, { level: 0 })
}
