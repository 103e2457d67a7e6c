import { connection } from '@/db/client'
import { pendingMigrations } from '@/db/migrate'
import { contextFor } from '@/lib/mailer/context-for'
import { keysFault } from '@/lib/privacy/keys/keys-fault'

export const dynamic = 'force-dynamic'

type Failing = { part: string; message: string }

/** Looked at once for all who ask at the same time. */
let underWay: Promise<Failing | null> | null = null

export async function GET(): Promise<Response> {
  underWay ??= failingPart().finally(() => {
    underWay = null
  })
  const fault = await underWay
  const body = fault
    ? { status: 'failing', ...fault }
    : { status: 'ok', database: 'ok', migrations: 'current', keys: 'open' }
  return Response.json(body, { status: fault ? 503 : 200, headers: { 'Cache-Control': 'no-store' } })
}

async function failingPart(): Promise<Failing | null> {
  try {
    const pending = await pendingMigrations(connection())
    if (pending > 0) return { part: 'migrations', message: `${pending} migrations are to be applied` }
    const fault = await keysFault(contextFor({ kind: 'system' }))
    return fault ? { part: 'keys', message: 'The data keys do not open what is stored' } : null
  } catch {
    return { part: 'database', message: 'The database does not answer' }
  }
}
