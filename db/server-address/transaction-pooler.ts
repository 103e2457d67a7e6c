import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import type { Sql } from '@/db/client'
import { type At, forPostgres } from './drivers'

const ROUNDS = 3
const PATIENCE_MS = 3000

/** What stands at an address: the server itself, or a pooler that hands on whole sessions, or each transaction alone. */
export type Standing = 'server' | 'sessions' | 'transactions'

/**
 * Finds out whether a pooler stands there, and whether it hands each transaction to another connection of the server's. A
 * server itself is known by one look: it said, as the session began, which of its processes answers (BackendKeyData), and
 * that one does.
 */
export async function standingAt(at: At): Promise<Standing> {
  const settings = { ...forPostgres(at, 'dear-mp'), prepare: false, max: 1 }
  const [one, other] = [postgres(settings), postgres(settings)]
  try {
    const asked = await one`select pg_backend_pid() as pid`
    if (asked[0]?.pid === asked.state.pid) return 'server'
    for (let round = 0; round < ROUNDS; round += 1) if (await changesPlaces(one, other)) return 'transactions'
    return 'sessions'
  } finally {
    await Promise.all([one.end({ timeout: 0 }), other.end({ timeout: 0 })])
  }
}

/** Whether a session is answered by another process after a second one has ended its transaction later. */
async function changesPlaces(one: Sql, other: Sql): Promise<boolean> {
  const [first, second] = await Promise.all([one.reserve(), other.reserve()])
  try {
    const before = await begun(first)
    // Nobody answers where the pool holds a single connection: then it is one of transactions too.
    const held = await Promise.race([begun(second), sleep(PATIENCE_MS, null, { ref: false })])
    if (held === null) return true
    await first`commit`
    await second`commit`
    const after = await begun(first)
    await first`commit`
    return after !== before
  } finally {
    first.release()
    second.release()
  }
}

async function begun(session: postgres.ReservedSql): Promise<number> {
  await session`begin`
  const [row] = await session`select pg_backend_pid() as pid`
  return Number(row?.pid)
}
