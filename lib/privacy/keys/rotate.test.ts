import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dataKeys } from '@/db/schema/index'
import { testDatabase } from '@/db/testing'
import { readDataKey } from '@/lib/kernel/env-fields'
import { rolledBack, type TestContext, testContext } from '@/lib/mailer/testing/context'
import { auditOf } from '@/lib/staff/testing'

let dataDir: string

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'dear-mp-keys-'))
  for (const [name, value] of Object.entries({ DATA_DIR: dataDir, DATA_KEYS: '', AUTH_SECRET: '' }))
    vi.stubEnv(name, value)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  rmSync(dataDir, { recursive: true })
})

test('a new key stands in front in the file, for the owner alone; the rest of the file stays, and it is remembered', () =>
  rolledBack(async (ctx) => {
    const { rotateKept, dataKeys: known } = await process()
    const [first] = known()
    const before = kept()
    writeFileSync(file(), JSON.stringify({ ...before, OTHER: 'stays' }))
    await rotateKept(ctx, key('aa'))
    expect(kept()).toEqual({ ...before, OTHER: 'stays', DATA_KEYS: `${base64('aa')},${before.DATA_KEYS}` })
    expect(statSync(file()).mode & 0o777).toBe(0o600)
    expect(readdirSync(dataDir)).toEqual(['secrets.json'])
    expect(await remembered(ctx)).toEqual([key('aa').id])
    expect(await auditOf(ctx, 'keys.rotate')).toHaveLength(1)
    expect((await process()).dataKeys().map(({ id }) => id)).toEqual([key('aa').id, first?.id])
  }))

test('a process that runs seals under a new key after two seconds, and opens what is sealed under it at once', () =>
  rolledBack(async (ctx) => {
    vi.useFakeTimers({ toFake: ['performance'] })
    const [running, other] = [await process(), await process()]
    const old = running.seal('Anna', 'name', 'one')
    await other.rotateKept(ctx, key('aa'))
    const sealed = (await process()).seal('Anna', 'name', 'one')
    expect(sealed).toContain(key('aa').id)
    expect(running.unseal(sealed, 'name', 'one')).toBe('Anna')

    const next = await process()
    next.seal('Anna', 'name', 'one')
    await other.rotateKept(ctx, key('bb'))
    expect(next.seal('Anna', 'name', 'one')).toContain(key('aa').id)
    vi.advanceTimersByTime(2000)
    expect(next.seal('Anna', 'name', 'one')).toContain(key('bb').id)
    expect(next.unseal(old, 'name', 'one')).toBe('Anna')
  }))

test('a file that is broken or gone takes no key away from a process that runs, and is not replaced', () =>
  rolledBack(async (ctx) => {
    const running = await process()
    const sealed = running.seal('Anna', 'name', 'one')
    for (const broken of ['{"AUTH_SECRET":', '{"AUTH_SECRET":"x","DATA_KEYS":"short"}']) {
      writeFileSync(file(), broken)
      expect(() => running.unseal('2.00000000.AAAA.AAAA', 'name', 'one')).toThrow('No data key')
      expect(running.unseal(sealed, 'name', 'one')).toBe('Anna')
      await expect(running.rotateKept(ctx, key('aa'))).rejects.toThrow(/cannot be read: nothing was changed/)
      expect(readFileSync(file(), 'utf8')).toBe(broken)
    }
  }))

test('of several that put a key in front at once, none is lost', async () => {
  const db = await testDatabase()
  const { rotateKept } = await process()
  const ctx = testContext(db)
  const names = ['a1', 'a2', 'a3', 'a4', 'a5']
  await Promise.all(names.map((name) => rotateKept(ctx, key(name))))
  expect(kept().DATA_KEYS.split(',').toSorted()).toEqual(expect.arrayContaining(names.map(base64).toSorted()))
  expect(await remembered(ctx)).toHaveLength(5)
})

test('refuses a key that is in the list, and to leave out the newest or none of ours', () =>
  rolledBack(async (ctx) => {
    const { rotateKept, dropKept, noteKeySeals, assertMayBeDropped, dataKeys: known } = await process()
    const [first] = known()
    if (!first) throw new Error('There is no key.')
    await expect(rotateKept(ctx, first)).rejects.toThrow('in the list already')
    expect(() => assertMayBeDropped(first.id)).toThrow('is the newest')
    expect(() => assertMayBeDropped('00000000')).toThrow('no key 00000000')
    await rotateKept(ctx, key('aa'))
    await noteKeySeals(ctx, first.id)
    await dropKept(ctx, first.id)
    expect(kept().DATA_KEYS).toBe(base64('aa'))
    expect(await remembered(ctx)).not.toContain(first.id)
  }))

/** The modules as a process that has just started has them. */
async function process() {
  vi.resetModules()
  return {
    ...(await import('./rotate')),
    ...(await import('./take-up-keys')),
    ...(await import('@/lib/kernel/secrets/crypto')),
    ...(await import('@/lib/kernel/secrets/data-keys')),
  }
}

function remembered(ctx: TestContext): Promise<string[]> {
  return ctx.db
    .select({ id: dataKeys.id })
    .from(dataKeys)
    .then((rows) => rows.map(({ id }) => id))
}

function key(byte: string) {
  const read = readDataKey(byte.repeat(32))
  if (!read) throw new Error(`${byte} makes no key.`)
  return read
}

function base64(byte: string): string {
  return key(byte).key.toString('base64url')
}

function file(): string {
  return join(dataDir, 'secrets.json')
}

function kept(): Record<string, string> & { DATA_KEYS: string } {
  return JSON.parse(readFileSync(file(), 'utf8'))
}
