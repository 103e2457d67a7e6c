import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { type OfCampaigns, ofCampaign } from './scope'

/** The first day in London on which anything was counted, of a campaign, of several or with `null` of all; `null` before that. */
export async function firstDay({ db }: Context, campaignId: OfCampaigns): Promise<string | null> {
  const [row] = await readRows(
    db,
    z.object({ day: z.string().nullable() }),
    sql`
    select to_char(min(hour) at time zone 'Europe/London', 'YYYY-MM-DD') as day
    from figure_hours where ${ofCampaign(campaignId)}`,
  )
  return row?.day ?? null
}
