export const dynamic = 'force-dynamic'

/** The process answers: nothing else is asked, so that a database that rests has nobody restart us. */
export function GET(): Response {
  return Response.json({ status: 'live' }, { headers: { 'Cache-Control': 'no-store' } })
}
