import { publicContext } from '@/app/_server/request'
import { allSeats } from '@/lib/directory/lookup'

export const dynamic = 'force-dynamic'

/** All seats with their MPs' names, for the field that searches them. */
export async function GET(): Promise<Response> {
  const seats = await allSeats(publicContext())
  const listed = seats.map(({ code, name, nation, mp }) => ({
    code,
    name,
    nation,
    mp: mp && { name: mp.name, party: mp.party },
  }))
  return Response.json(listed, { headers: { 'Cache-Control': 'public, max-age=300' } })
}
