// State: one copy in a process.
import { connection } from '@/db/client'
import { pendingMigrations } from '@/db/migrate'
import { contextFor } from '@/lib/mailer/process-context'
import { keysFault } from '@/lib/privacy/keys/keys-fault'

type Failing = { part: string; message: string }

let underWay: Promise<Failing | null> | null = null

/** What keeps the installation from its work; `null` for nothing. Looked at once for all who ask at the same time. */
export function failingPart(): Promise<Failing | null> {
  underWay ??= look().finally(() => {
    underWay = null
  })
  return underWay
}

async function look(): Promise<Failing | null> {
  try {
    const pending = await pendingMigrations(connection())
    if (pending > 0) return { part: 'migrations', message: `${pending} migrations are to be applied` }
    const fault = await keysFault(contextFor({ kind: 'system' }))
    return fault ? { part: 'keys', message: 'The data keys do not open what is stored' } : null
  } catch {
    return { part: 'database', message: 'The database does not answer' }
  }
}
