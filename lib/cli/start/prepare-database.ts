import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { startEmbedded } from '@/db/embedded'
import { keepPrivate } from '@/db/keep-private'
import { serverVersion } from '@/db/server-version'
import { env } from '@/lib/kernel/env'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'

/** The database of this process: its address, what starts it again if it fell and is ours, and what lets go of it. */
type Prepared = { url: string; embedded: boolean; keepUp(): Promise<boolean>; release(): Promise<void> }

const OLDEST = 14
const WAIT_SECONDS = 10
/** What a server says that is there, and just starting, recovering from a crash, or stopping to start again. */
const STARTING = '57P03'
const STARTING_MS = 60_000
const AGAIN_MS = 250

/**
 * Makes sure that there is a database: that of `DATABASE_URL`, or the embedded one. Throws
 * `ExpectedFailure` or `EmbeddedFailure`, one line and never a password, when there is none.
 */
export async function prepareDatabase(): Promise<Prepared> {
  const { databaseUrl, dataDir } = env()
  if (!databaseUrl) return { ...(await startEmbedded({ dataDir })), embedded: true }
  await assertAnswers(databaseUrl)
  if (existsSync(dataDir)) keepPrivate(dataDir)
  return { url: databaseUrl, embedded: false, keepUp: async () => false, release: async () => {} }
}

async function assertAnswers(url: string): Promise<void> {
  const major = await versionOnceStarted(url).catch((error: unknown) => {
    throw new ExpectedFailure(`${placeOf(url)} cannot be used: ${reasonOf(error)}.`, { cause: error })
  })
  if (major < OLDEST)
    throw new ExpectedFailure(`${placeOf(url)} is PostgreSQL ${major}; this needs ${OLDEST} or newer.`)
}

async function versionOnceStarted(url: string): Promise<number> {
  for (const deadline = Date.now() + STARTING_MS; ; await sleep(AGAIN_MS)) {
    try {
      return await serverVersion(url, WAIT_SECONDS)
    } catch (error) {
      if (codeOf(error) !== STARTING || Date.now() > deadline) throw error
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `The database of DATABASE_URL (${hostname}:${port || 5432}${pathname})`
}

function reasonOf(error: unknown): string {
  const code = codeOf(error)
  const reasons: Record<string, string> = {
    ECONNREFUSED: 'nothing listens there',
    ENOTFOUND: 'there is no such host',
    EAI_AGAIN: 'its host name cannot be looked up now',
    EHOSTUNREACH: 'there is no way to its host',
    ENETUNREACH: 'there is no way to its network',
    ECONNRESET: 'it closed the connection',
    CONNECT_TIMEOUT: `it did not answer within ${WAIT_SECONDS} seconds`,
    CONNECTION_CLOSED: 'it closed the connection',
    '28P01': 'it refused the user or the password',
    '28000': 'it refused the user',
    '3D000': 'there is no database of that name',
    '53300': 'it has no connection left',
    [STARTING]: 'it is starting or stopping; try again',
  }
  // Of the rest, only what the server itself says: a driver's message could repeat the address.
  return (
    reasons[code] ??
    (error instanceof postgres.PostgresError ? error.message : code || 'it did not answer as PostgreSQL does')
  )
}
