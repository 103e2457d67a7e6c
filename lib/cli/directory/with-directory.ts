import { disconnect } from '@/db/client'
import { migrate } from '@/db/migrate'
import { connectPool } from '@/lib/cli/start/connect-pool'
import { prepareDatabase } from '@/lib/cli/start/prepare-database'
import { loadSnapshot } from '@/lib/directory/snapshot/load'
import type { Context } from '@/lib/kernel/context'
import { contextFor } from '@/lib/mailer/process-context'

/** Runs `work` on the installation's database, migrated and with the snapshot, and closes its connections at the end. */
export async function withDirectory(work: (ctx: Context) => Promise<void>): Promise<void> {
  const prepared = await prepareDatabase()
  try {
    await migrate(prepared.direct)
    connectPool(prepared)
    const ctx = contextFor({ kind: 'system' })
    await loadSnapshot(ctx)
    await work(ctx)
  } finally {
    await disconnect()
    await prepared.release()
  }
}
