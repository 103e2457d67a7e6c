import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { startEmbedded } from '@/db/embedded'
import { keepPrivate } from '@/db/keep-private'
import type { At } from '@/db/server-address/drivers'
import { withOfferedTls } from '@/db/server-address/offers-tls'
import { readServerAddress, type ServerAddress } from '@/db/server-address/read'
import { standingAt } from '@/db/server-address/transaction-pooler'
import { serverVersion } from '@/db/server-version'
import { env } from '@/lib/kernel/env'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { log } from '@/lib/kernel/log'

/**
 * The database of this process: where it is, and where its server itself is if a pooler stands in front; what starts it
 * again if it fell and is ours, and what lets go of it.
 */
export type Prepared = {
  at: At
  direct: At
  pooled: boolean
  embedded: boolean
  keepUp(): Promise<boolean>
  release(): Promise<void>
}

const OLDEST = 14
const WAIT_SECONDS = 10
/** What Node says of a certificate that it will not have, and what can be done. */
const BY_NO_AUTHORITY =
  'its certificate is of an authority that is not known here: give that authority by DATABASE_CA (a file, or its text)'
const TLS_REASONS: Record<string, string> = {
  SELF_SIGNED_CERT_IN_CHAIN: BY_NO_AUTHORITY,
  DEPTH_ZERO_SELF_SIGNED_CERT: BY_NO_AUTHORITY,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: BY_NO_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT: BY_NO_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: BY_NO_AUTHORITY,
  CERT_SIGNATURE_FAILURE: BY_NO_AUTHORITY,
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet: look at the clocks of both machines',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'its certificate is for another host than the address names (sslmode=verify-ca does not compare them)',
}
/** What a server says that is there, and just starting, recovering from a crash, or stopping to start again. */
const STARTING = '57P03'
const STARTING_MS = 60_000
const AGAIN_MS = 250

/**
 * Makes sure that there is a database: that of `DATABASE_URL`, or the embedded one. Throws
 * `ExpectedFailure` or `EmbeddedFailure`, one line and never a password, when there is none.
 */
export async function prepareDatabase(): Promise<Prepared> {
  const { databaseUrl, databaseDirectUrl, dataDir } = env()
  if (!databaseUrl) {
    const { url, ...held } = await startEmbedded({ dataDir })
    return { ...held, at: url, direct: url, pooled: false, embedded: true }
  }
  const given = await answering(databaseUrl, 'DATABASE_URL')
  const direct = databaseDirectUrl ? await answering(databaseDirectUrl, 'DATABASE_DIRECT_URL') : given
  if (direct.pooled) {
    throw new ExpectedFailure(
      `${direct.place} is a pooler that hands each transaction to another connection, which migrations, jobs and notices cannot do with: set DATABASE_DIRECT_URL to the server itself.`,
    )
  }
  if (existsSync(dataDir)) keepPrivate(dataDir)
  const nothing = { keepUp: async () => false, release: async () => {} }
  return { at: given.at, direct: direct.at, pooled: given.pooled, embedded: false, ...nothing }
}

/** The server at an address that a setting gives, once it has answered, with the TLS that it offers. */
async function answering(url: string, setting: string): Promise<{ at: ServerAddress; pooled: boolean; place: string }> {
  const read = readAddress(url, setting)
  const place = `The database of ${setting} (${read.host}:${read.port}/${read.database})`
  try {
    const at = await withOfferedTls(read, WAIT_SECONDS * 1000)
    const major = await versionOnceStarted(at)
    if (major < OLDEST) throw new ExpectedFailure(`${place} is PostgreSQL ${major}; this needs ${OLDEST} or newer.`)
    const standing = read.pooled ? 'transactions' : await standingAt(at)
    return { at: { ...at, isServer: standing === 'server' }, place, pooled: standing === 'transactions' }
  } catch (error) {
    if (error instanceof ExpectedFailure) throw error
    throw new ExpectedFailure(`${place} cannot be used: ${reasonOf(error)}.`, { cause: error })
  }
}

function readAddress(url: string, setting: string): ServerAddress {
  try {
    const address = readServerAddress(url, env().databaseCa)
    if (address.unused.length > 0) log.info({ unused: address.unused }, `${setting} says what means nothing here`)
    return address
  } catch (error) {
    throw new ExpectedFailure(`Settings: ${setting} ${error instanceof Error ? error.message : 'cannot be read'}.`)
  }
}

async function versionOnceStarted(at: At): Promise<number> {
  for (const deadline = Date.now() + STARTING_MS; ; await sleep(AGAIN_MS)) {
    try {
      return await serverVersion(at, WAIT_SECONDS)
    } catch (error) {
      if (codeOf(error) !== STARTING || Date.now() > deadline) throw error
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
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
    ...TLS_REASONS,
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
