import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { withFileLock } from './file-lock'
import { identityOf } from './process-identity'

const folder = mkdtempSync(join(tmpdir(), 'dear-mp-lock-'))
const lock = join(folder, 'lock')

afterAll(() => rmSync(folder, { recursive: true }))

/** Thirty that want the lock at once, and how many had it at the same time. */
async function mostAtOnce(): Promise<number> {
  let inside = 0
  let most = 0
  const work = async () => {
    inside++
    most = Math.max(most, inside)
    await sleep(2)
    inside--
  }
  await Promise.all(Array.from({ length: 30 }, () => withFileLock(lock, work)))
  return most
}

test('only one at a time works under the lock', async () => {
  expect(await mostAtOnce()).toBe(1)
  expect(readdirSync(folder)).toEqual([])
})

test('the lock of a process that died is taken over, by one alone', async () => {
  writeFileSync(lock, '4194304 a process that is gone\nleft')
  expect(await mostAtOnce()).toBe(1)
  expect(readdirSync(folder)).toEqual([])
})

test('the lock of a process that died is taken over when another process has its pid now', async () => {
  writeFileSync(lock, `${process.pid} started at another time\nleft`)
  expect(await mostAtOnce()).toBe(1)
})

test('a claim to a dead lock passes on when who claimed it died too', async () => {
  const dead = '4194304 gone\nleft'
  writeFileSync(lock, dead)
  writeFileSync(
    `${lock}.stale-${createHash('sha256').update(dead).digest('hex').slice(0, 16)}-0`,
    '4194304 gone\nclaim',
  )
  expect(await mostAtOnce()).toBe(1)
  expect(readdirSync(folder)).toEqual([])
})

test('a living holder is waited for, and named when it takes too long', async () => {
  const holder = `${identityOf(process.pid)}\nheld`
  writeFileSync(lock, holder)
  await expect(withFileLock(lock, async () => {}, 100)).rejects.toThrow(`Process ${process.pid} does not give back`)
  expect(readFileSync(lock, 'utf8')).toBe(holder)
  rmSync(lock)
})

test('an error inside gives the lock back', async () => {
  await expect(withFileLock(lock, () => Promise.reject(new Error('inside')))).rejects.toThrow('inside')
  expect(readdirSync(folder).filter((name) => name === 'lock')).toEqual([])
})
