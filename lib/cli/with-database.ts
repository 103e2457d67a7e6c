import { connect, disconnect } from '@/db/client'
import { migrate } from '@/db/migrate'
import { type Context, contextFor } from '../kernel/context'
import { prepareDatabase } from './start/prepare-database'

/** Runs `work` on the installation's database, brought up to date, and lets go of it at the end. */
export async function withDatabase(work: (ctx: Context, url: string) => Promise<void>): Promise<void> {
  const prepared = await prepareDatabase()
  try {
    await migrate(prepared.url)
    connect(prepared.url)
    await work(contextFor({ kind: 'system' }), prepared.url)
  } finally {
    await disconnect()
    await prepared.release()
  }
}
