import { publicContext } from '@/app/_server/request'
import { namedSeats } from '@/lib/directory/search/searchable-seats'

export const dynamic = 'force-dynamic'

/** All seats with their MPs' names, for the field that searches them. */
export async function GET(): Promise<Response> {
  return Response.json(await namedSeats(publicContext()), { headers: { 'Cache-Control': 'public, max-age=300' } })
}
