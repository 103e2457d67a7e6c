import { z } from 'zod'
import { getJson } from './get-json'
import type { SourceResult } from './source-result'

// The parts that are read of GET /api/Location/Constituency/Search (members-api.parliament.uk).
const search = z.object({
  items: z.array(z.object({ value: z.object({ name: z.string().min(1), endDate: z.string().nullish() }) })),
})

// The widest split postcodes touch three seats. More is an answer to some other question, such as the first
// page of all constituencies.
const MOST_SEATS = 4

/** Asks the UK Parliament Members API at `base` which constituencies, by name, a compact postcode lies in. */
export async function searchParliament(base: string, compact: string, withinMs: number): Promise<SourceResult> {
  const answer = await getJson(`${base}/api/Location/Constituency/Search?searchText=${compact}`, withinMs)
  const { data } = search.safeParse(answer?.status === 200 ? answer.body : null)
  if (!data) return { kind: 'failed' }
  const names = data.items.filter(({ value }) => !value.endDate).map(({ value }) => value.name)
  if (names.length > MOST_SEATS) return { kind: 'failed' }
  return names.length > 0 ? { kind: 'names', names } : { kind: 'unknown' }
}
