import { connection } from '@/db/client'
import { pendingMigrations } from '@/db/migrate'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const fault = await failingPart()
  const body = fault ? { status: 'failing', ...fault } : { status: 'ok', database: 'ok', migrations: 'current' }
  return Response.json(body, { status: fault ? 503 : 200, headers: { 'Cache-Control': 'no-store' } })
}

async function failingPart(): Promise<{ part: string; message: string } | null> {
  try {
    const pending = await pendingMigrations(connection())
    return pending > 0 ? { part: 'migrations', message: `${pending} migrations are to be applied` } : null
  } catch {
    return { part: 'database', message: 'The database does not answer' }
  }
}
