import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataKeys, workers } from '@/db/schema/index'
import { databaseUrl } from '@/db/testing'
import { MINUTE } from '@/lib/kernel/time/durations'
import { confirmedLetter, livingCampaign } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { keyId, oldKey } from '@/lib/privacy/keys/testing'
import { givenKey } from './keys/given-key'
import { type Ran, ranCommand, ranHere, ranProgram } from './testing'

const NEW = 'bb'.repeat(32)
// A child compiles what it imports, on a machine where other tests run at the same time.
const PATIENCE_MS = 10 * MINUTE

let ctx: TestContext
let folder: string
let settings: NodeJS.ProcessEnv
let values: number

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dear-mp-keys-'))
  const living = await livingCampaign()
  ctx = living.ctx
  await confirmedLetter(ctx, living.campaign)
  await ctx.db.insert(dataKeys).values({ id: keyId(oldKey()) })
  settings = { NODE_ENV: 'test', DATABASE_URL: await databaseUrl(ctx.db) }
  // A name, an e-mail, a postcode, the letter, and the look-up key.
  values = 5
}, PATIENCE_MS)
afterAll(() => rmSync(folder, { recursive: true }))

describe('keys that do not open what is stored', { timeout: PATIENCE_MS }, () => {
  test('a worker, like every other command, is refused in one line', async () => {
    expectRefusal(await ranCommand('worker', [], { ...settings, DATA_KEYS: NEW }))
  })

  test('the start is refused in one line', async () => {
    expectRefusal(await ranProgram('server.ts', [], { ...settings, DATA_KEYS: NEW, PORT: '47321' }))
  })

  test('check says so, and which are missing; a key that stands in the list twice is one', async () => {
    const { status, stdout, stderr } = await run('keys', ['check'], `${NEW},${NEW}`)
    expect([status, stdout]).toEqual([1, `Key ${keyId(NEW)}: 0 values. It is the newest, and seals what is new.\n`])
    expect(stderr).toBe(`No key opens ${values} values under key ${keyId(oldKey())}: put those keys back.\n`)
  })
})

describe('a key’s whole life, with the keys in the environment', { timeout: PATIENCE_MS }, () => {
  test('rotate prints the line to put there, with a new key or a given one, and nothing else where it can be piped', async () => {
    const made = await ranCommand('keys', ['rotate'], { ...settings, DATA_KEYS: oldKey() })
    expect(made.status).toBe(0)
    expect(made.stdout).toMatch(/^DATA_KEYS=[A-Za-z0-9+/]{43}=,[A-Za-z0-9+/]{43}=\n$/)
    expect(made.stdout.trimEnd().split(',')[1]).toBe(Buffer.from(oldKey(), 'hex').toString('base64'))
    expect(made.stderr).toMatch(/restart every process.*reseal/)

    const file = join(folder, 'key')
    writeFileSync(file, `${NEW}\n`)
    const given = await run('keys', ['rotate', '--from', file], oldKey())
    expect(given.stdout).toBe(`DATA_KEYS=${[NEW, oldKey()].map((hex) => Buffer.from(hex, 'hex').toString('base64'))}\n`)
  })

  test('rotate refuses what is no key, without showing it', async () => {
    const file = join(folder, 'no-key')
    for (const text of ['hush', '', `${NEW} hush`, `${NEW},${NEW}`, 'x'.repeat(100_000)]) {
      writeFileSync(file, text)
      await expect(givenKey(file)).rejects.toThrow(`${file} does not hold one key of 32 bytes in base64 or hex.`)
    }
    await expect(givenKey(folder)).rejects.toThrow(`${folder} is a folder.`)
    await expect(givenKey(join(folder, 'nowhere'))).rejects.toThrow(`${join(folder, 'nowhere')} does not exist.`)
  })

  test('reseal waits for a worker that does not know the new key, then seals anew; check and drop say what is so', async () => {
    const both = `${NEW},${oldKey()}`
    expect((await run('keys', ['check'], both)).stdout).toBe(
      `Key ${keyId(NEW)}: 0 values. It is the newest, and seals what is new.\nKey ${keyId(oldKey())}: ${values} values. It is still needed: npm run keys -- reseal\n`,
    )
    await ctx.db
      .insert(workers)
      .values({ id: crypto.randomUUID(), queueIds: [], keyIds: [keyId(oldKey())], seenAt: sql`clock_timestamp()` })
    const early = await run('keys', ['reseal'], both)
    expect(early).toMatchObject({ status: 1, stdout: '' })
    expect(early.stderr).toMatch(/^1 running process would not be able to open[^\n]*Nothing was changed\.\n$/)
    await ctx.db.delete(workers)

    const done = await run('keys', ['reseal'], both)
    expect(done).toMatchObject({ status: 0, stderr: '' })
    expect(done.stdout).toContain(`Sealed ${values} values anew, under key ${keyId(NEW)}.\n`)
    expect((await run('keys', ['check'], both)).stdout).toContain(
      `Key ${keyId(oldKey())}: 0 values. It can be left out: take it out of DATA_KEYS and restart every process.\n`,
    )
    const dropped = await run('keys', ['drop', keyId(oldKey())], both)
    expect(dropped.stdout).toBe(`DATA_KEYS=${Buffer.from(NEW, 'hex').toString('base64')}\n`)
    expect(await run('keys', ['check'], NEW)).toMatchObject({ status: 0, stderr: '' })
  })
})

test.each([[['turn']], [['check', '--from', 'x']]])(
  'keys %j is wrong usage',
  async (args) => {
    const { status, stdout, stderr } = await run('keys', args, oldKey())
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('npm run keys -- reseal')
  },
  PATIENCE_MS,
)

function expectRefusal({ status, stdout, stderr }: Ran): void {
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/^The data keys do not open what is stored: [^\n]+\n$/)
  expect(stderr).toContain(keyId(oldKey()))
}

function run(command: string, args: string[], keys: string): Promise<Ran> {
  return ranHere(command, args, { ...settings, DATA_KEYS: keys })
}
