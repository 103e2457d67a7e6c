// State: one copy in a process.

import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Sql } from '@/db/client'
import { connection } from '@/db/client'
import type { Context } from '@/lib/kernel/context'
import { derivedKey, keyedHash } from '@/lib/kernel/secrets/crypto'
import { currentLimits, type Limit, type LimitName } from './current-limits'

export type Turn = { allowed: true } | { allowed: false; retryAt: Date }

const limiters = new Map<string, RateLimiterPostgres>()

/**
 * Takes one turn from a limit for `who` (an address on the network, an e-mail), and tells when to
 * come back if there is none left; all are allowed where limits are `lifted` for whoever asks. What is stored is a keyed hash that changes every day.
 */
export async function takeTurn(ctx: Context, name: LimitName, who: string, lifted: boolean): Promise<Turn> {
  if (lifted) return { allowed: true }
  const limit = (await currentLimits(ctx))[name]
  const now = ctx.now()
  const day = now.toISOString().slice(0, 10)
  try {
    await limiter(name, limit).consume(keyedHash(derivedKey(`limits ${day}`), who))
    return { allowed: true }
  } catch (refused) {
    if (refused instanceof RateLimiterRes) {
      return { allowed: false, retryAt: new Date(now.getTime() + refused.msBeforeNext) }
    }
    throw refused
  }
}

function limiter(name: LimitName, { points, seconds }: Limit): RateLimiterPostgres {
  const key = `${name} ${points}/${seconds}`
  const made =
    limiters.get(key) ??
    new RateLimiterPostgres({
      storeClient: queryable(connection()),
      storeType: 'client',
      tableName: 'rate_limits',
      tableCreated: true,
      keyPrefix: name,
      points,
      duration: seconds,
    })
  limiters.set(key, made)
  return made
}

/** rate-limiter-flexible speaks to a client of `pg`; ours is `postgres`. */
function queryable(sql: Sql) {
  return {
    query: async ({ text, values }: { text: string; values: (string | number)[] }) => ({
      rows: await sql.unsafe(text, values, { prepare: true }),
    }),
  }
}
