import { publicContext } from '@/app/_server/request'
import { allTowns } from '@/lib/directory/towns'

export const dynamic = 'force-dynamic'

/** All towns with the codes of the seats around each, for the field that searches them: `[["Torquay", "E14001552", …], …]`. */
export async function GET(): Promise<Response> {
  const towns = await allTowns(publicContext())
  const listed = towns.map(({ name, near }) => [name, ...near])
  return Response.json(listed, { headers: { 'Cache-Control': 'public, max-age=86400' } })
}
