import { randomBytes, randomUUID } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { makeFolder } from '@/db/make-folder'
import { plainReason } from '@/db/plain-reason'

const secrets = z.object({ AUTH_SECRET: z.string(), DATA_KEYS: z.string() })
type KeptSecrets = z.infer<typeof secrets>

/**
 * The installation's own secrets from `dataDir/secrets.json`, made on first use. Of several processes
 * that make them at once, one wins and all get its secrets. Throws an error with a plain line.
 */
export function keptSecrets(dataDir: string): KeptSecrets {
  const path = join(dataDir, 'secrets.json')
  return readSecrets(path) ?? makeSecrets(path, dataDir)
}

function makeSecrets(path: string, dataDir: string): KeptSecrets {
  const made = { AUTH_SECRET: randomBytes(32).toString('base64url'), DATA_KEYS: randomBytes(32).toString('base64url') }
  const draft = `${path}.${randomUUID()}`
  try {
    makeFolder(dataDir)
    writeFileSync(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flush: true })
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

function readSecrets(path: string): KeptSecrets | null {
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

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
