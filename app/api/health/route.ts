import { failingPart } from '@/app/_server/readiness'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const fault = await failingPart()
  const body = fault
    ? { status: 'failing', ...fault }
    : { status: 'ok', database: 'ok', migrations: 'current', keys: 'open' }
  return Response.json(body, { status: fault ? 503 : 200, headers: { 'Cache-Control': 'no-store' } })
}
