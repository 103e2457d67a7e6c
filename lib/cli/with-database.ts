import { disconnect } from '@/db/client'
import { migrate } from '@/db/migrate'
import type { At } from '@/db/server-address/drivers'
import type { Context } from '@/lib/kernel/context'
import { env } from '@/lib/kernel/env'
import { log } from '@/lib/kernel/log'
import { contextFor } from '@/lib/mailer/process-context'
import { takeUpKeys } from '@/lib/privacy/keys/take-up-keys'
import { connectPool } from './start/connect-pool'
import { prepareDatabase } from './start/prepare-database'

/**
 * Runs `work` on the installation's database, brought up to date, and lets go of it at the end. Refuses where the keys do
 * not open what is stored, unless `withAnyKeys`.
 */
export async function withDatabase(
  work: (ctx: Context, direct: At) => Promise<void>,
  { withAnyKeys = false } = {},
): Promise<void> {
  log.level = env().logLevel
  const prepared = await prepareDatabase()
  try {
    await migrate(prepared.direct)
    connectPool(prepared)
    const ctx = contextFor({ kind: 'system' })
    if (!withAnyKeys) await takeUpKeys(ctx)
    await work(ctx, prepared.direct)
  } finally {
    // Whatever becomes of the connections: others wait for the database to be let go of.
    await disconnect().finally(() => prepared.release())
  }
}
