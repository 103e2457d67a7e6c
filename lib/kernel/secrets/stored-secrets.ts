import { randomBytes, randomUUID } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { makePrivateFolder } from '@/db/keep-private'
import { plainReason } from '@/db/plain-reason'
import { type DataKey, envFields } from '@/lib/kernel/env-fields'

// What else stands in the file stays there.
const secrets = z.object({ AUTH_SECRET: z.string(), DATA_KEYS: z.string() }).catchall(z.string())
type StoredSecrets = z.infer<typeof secrets>

/**
 * The installation's own secrets from `dataDir/secrets.json`, made on first use. Of several processes
 * that make them at once, one wins and all get its secrets. Throws an error with a plain line.
 */
export function storedSecrets(dataDir: string): StoredSecrets {
  const path = pathIn(dataDir)
  return readSecrets(path) ?? makeSecrets(path, dataDir)
}

/** The data keys that are kept there now; `null` when the file cannot be read or holds none. */
export function storedKeys(dataDir: string): DataKey[] | null {
  try {
    return envFields.shape.DATA_KEYS.parse(readSecrets(pathIn(dataDir))?.DATA_KEYS) ?? null
  } catch {
    return null
  }
}

/** What changes whenever the file is replaced; `null` when it cannot be looked at. */
export function storedSince(dataDir: string): string | null {
  try {
    const { ino, mtimeNs } = statSync(pathIn(dataDir), { bigint: true })
    return `${ino} ${mtimeNs}`
  } catch {
    return null
  }
}

/** Replaces the list of data keys, whole and at once; it is on the disk when this returns. */
export function keepKeys(dataDir: string, keys: readonly DataKey[]): void {
  const path = pathIn(dataDir)
  const written = keys.map(({ key }) => key.toString('base64url')).join(',')
  const stored = readSecrets(path)
  if (!stored) throw new Error(`${path} is not there any more.`)
  const draft = `${path}.${randomUUID()}`
  try {
    writeFileSync(draft, asText({ ...stored, DATA_KEYS: written }), { mode: 0o600, flush: true })
    renameSync(draft, path)
    flushFolder(dataDir)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Else a machine that loses power could come back with the file of before. Windows has no such call. */
function flushFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

function makeSecrets(path: string, dataDir: string): StoredSecrets {
  const made = { AUTH_SECRET: randomBytes(32).toString('base64url'), DATA_KEYS: randomBytes(32).toString('base64url') }
  const draft = `${path}.${randomUUID()}`
  try {
    makePrivateFolder(dataDir)
    writeFileSync(draft, asText(made), { mode: 0o600, flush: true })
    if (linked(draft, path)) return made
  } catch (cause) {
    throw new Error(`${dataDir} cannot be used: ${plainReason(cause) ?? cause}`, { cause })
  }
  // It was there a moment ago; if not, another start settles it.
  return readSecrets(path) ?? makeSecrets(path, dataDir)
}

/** Puts the draft in place, whole and at once; `false` when another process was first. */
function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

function readSecrets(path: string): StoredSecrets | null {
  try {
    return secrets.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (cause) {
    // Nothing there, or nowhere to be: writing tells which.
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(cause) ?? '')) return null
    const why = plainReason(cause) ?? 'it does not hold the secrets'
    const advice = 'put it back from a copy, for without it nothing sealed can be opened'
    throw new Error(`has a file ${path} that cannot be read (${why}): ${advice}`, { cause })
  }
}

function pathIn(dataDir: string): string {
  return join(dataDir, 'secrets.json')
}

function asText(stored: object): string {
  return `${JSON.stringify(stored, null, 2)}\n`
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
