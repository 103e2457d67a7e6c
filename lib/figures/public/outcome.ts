import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'

/** What became of a campaign's letters, as anyone may see it. */
export type Outcome = {
  /** Letters that went to MPs, from so many constituencies. */
  sent: number
  constituencies: number
  /** How many supporters said that their MP had answered; `null` while they are too few to be told. */
  answers: number | null
}

const FEWEST = 5
const row = z.object({ sent: z.number(), constituencies: z.number(), answers: z.number() })

/** Sums up a campaign as of the last roll-up; without acknowledgements, which are no answers. */
export async function outcomeOf({ db }: Context, campaignId: string): Promise<Outcome> {
  const [sums] = await readRows(
    db,
    row,
    sql`select coalesce(sum(accepted), 0)::int as sent, coalesce(sum(real_answer), 0)::int as answers,
      count(distinct key) filter (where accepted > 0)::int as constituencies
      from figure_sums where kind = 'seat' and campaign_id = ${campaignId}::uuid`,
  )
  if (!sums) throw new Error('A sum without groups always has a row.')
  return { ...sums, answers: sums.answers < FEWEST ? null : sums.answers }
}
