import { createHash, randomUUID } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { EmbeddedFailure } from './embedded-server/failure'
import { identityOf, isAlive } from './process-identity'

/**
 * Runs `work` while no other process on this machine runs under the lock file `path`. A lock left by
 * a process that died is taken over. Throws when a living one has kept it for `patience` milliseconds.
 */
export async function withFileLock<T>(path: string, work: () => Promise<T>, patience = 180_000): Promise<T> {
  const mine = `${identityOf(process.pid)}\n${randomUUID()}`
  const draft = `${path}.${mine.slice(-36)}`
  await writeFile(draft, mine, { mode: 0o600 })
  try {
    await take(path, draft, Date.now() + patience)
    return await work()
  } finally {
    if ((await contentOf(path)) === mine) await rm(path, { force: true })
    await rm(draft, { force: true })
  }
}

async function take(path: string, draft: string, deadline: number): Promise<void> {
  while (!(await linked(draft, path))) {
    const holder = await contentOf(path)
    if (holder !== null && !isAlive(whoHolds(holder))) await removeStale(path, holder, draft)
    else if (Date.now() > deadline) throw new EmbeddedFailure(heldTooLong(path, holder))
    else await sleep(15 + Math.random() * 15)
  }
}

/**
 * Removes the lock of a dead process, and never one taken since: only who holds the claim for this
 * very lock (its content is unique) may remove it, and the claim of a dead one passes to the next number.
 */
async function removeStale(path: string, stale: string, draft: string): Promise<void> {
  const claims: string[] = []
  for (;;) {
    const claim = `${path}.stale-${createHash('sha256').update(stale).digest('hex').slice(0, 16)}-${claims.length}`
    claims.push(claim)
    if (await linked(draft, claim)) break
    const claimant = await contentOf(claim)
    if (claimant === null || isAlive(whoHolds(claimant))) {
      await sleep(15)
      return
    }
  }
  if ((await contentOf(path)) === stale) await rm(path, { force: true })
  await rm(`${path}.${stale.slice(-36)}`, { force: true })
  for (const claim of claims.reverse()) await rm(claim, { force: true })
}

/** A hard link is made whole or not at all, so nobody ever reads half a lock. */
async function linked(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

async function contentOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function whoHolds(content: string): string {
  return content.split('\n')[0] ?? ''
}

function heldTooLong(path: string, holder: string | null): string {
  return `Process ${Number.parseInt(holder ?? '', 10)} does not give back the lock ${path}. Stop that process and try again.`
}
