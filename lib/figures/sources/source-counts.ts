import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'

/** What came by a link: visits, letters begun to be sent, and supporters who confirmed. */
export type SourceCount = { viewed: number; submitted: number; supporters: number }

const row = z.object({ key: z.string(), viewed: z.number(), submitted: z.number(), supporters: z.number() })
const MOST = 5000

/** What came of a campaign by each pair of source and medium, under both with a space between, since its start. */
export async function sourceCounts({ db }: Context, campaignId: string): Promise<Map<string, SourceCount>> {
  const rows = await readRows(
    db,
    row,
    sql`
    select utm_source || ' ' || utm_medium as key,
      sum(viewed)::int as viewed, sum(submitted)::int as submitted, sum(confirmed)::int as supporters
    from figure_sums join sources on sources.id = key::int
    where kind = 'source' and campaign_id = ${campaignId}::uuid and utm_source <> ''
    group by 1 order by 4 desc, 2 desc limit ${MOST}`,
  )
  return new Map(rows.map(({ key, ...counts }) => [key, counts]))
}
