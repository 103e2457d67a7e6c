// State: one copy in a process.
import { env } from '@/lib/kernel/env'
import type { DataKey } from '@/lib/kernel/env-fields'
import { storedKeys, storedSince } from './stored-secrets'

/** So long after the file of secrets was changed, every process on the machine knows its new keys. */
export const KEYS_REREAD_MS = 2000

let cached: { keys: DataKey[]; since: string; lookedAt: number } | undefined

/**
 * The keys that personal data is sealed with, newest first. Where they are kept in `DATA_DIR`, a running process takes up
 * what `npm run keys -- rotate` has put there; where the environment names them, they are those of the start.
 */
export function dataKeys(): readonly DataKey[] {
  return env().dataKeysKept ? lookedUp(KEYS_REREAD_MS).keys : env().dataKeys
}

/** One of them by its id; the file of secrets is read again before one is said not to be there. */
export function dataKeyOf(id: string | undefined): DataKey | undefined {
  const named = (keys: readonly DataKey[]) => keys.find((key) => key.id === id)
  return named(dataKeys()) ?? (env().dataKeysKept ? named(lookedUp(0).keys) : undefined)
}

/** The folder whose file of secrets the keys are kept in; `null` where the environment names them. */
export function keysFolder(): string | null {
  const { dataKeysKept, dataDir } = env()
  return dataKeysKept ? dataDir : null
}

function lookedUp(mostMs: number) {
  const now = performance.now()
  cached ??= { keys: env().dataKeys, since: '', lookedAt: Number.NEGATIVE_INFINITY }
  if (now - cached.lookedAt < mostMs) return cached
  const since = storedSince(env().dataDir)
  // A file that cannot be read just now takes no key away from a process that has it.
  const keys = since === null || since === cached.since ? null : storedKeys(env().dataDir)
  cached = { keys: keys ?? cached.keys, since: since ?? cached.since, lookedAt: now }
  return cached
}
