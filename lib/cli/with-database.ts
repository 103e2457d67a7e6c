import { disconnect } from '@/db/client'
import { migrate } from '@/db/migrate'
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
  work: (ctx: Context, url: string) => Promise<void>,
  { withAnyKeys = false } = {},
): Promise<void> {
  log.level = env().logLevel
  const prepared = await prepareDatabase()
  try {
    await migrate(prepared.url)
    connectPool(prepared.url)
    const ctx = contextFor({ kind: 'system' })
    if (!withAnyKeys) await takeUpKeys(ctx)
    await work(ctx, prepared.url)
  } finally {
    // Whatever becomes of the connections: others wait for the database to be let go of.
    await disconnect().finally(() => prepared.release())
  }
}
