import { publicContext } from '@/app/_server/request'
import { firstLetter } from '@/lib/directory/search/by-name'
import { allTowns } from '@/lib/directory/search/towns'
import { DAY, SECOND } from '@/lib/kernel/time/durations'

export const dynamic = 'force-dynamic'

/**
 * The towns that begin with a letter, with the codes of the seats around each, for the field that searches them:
 * `[["Torquay", "E14001552", …], …]`. A letter at a time is a few kilobytes; all of them weigh more than the page.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ letter: string }> }): Promise<Response> {
  const { letter } = await params
  const towns = await allTowns(publicContext())
  const listed = towns.filter(({ name }) => firstLetter(name) === letter).map(({ name, near }) => [name, ...near])
  return Response.json(listed, { headers: { 'Cache-Control': `public, max-age=${DAY / SECOND}` } })
}
