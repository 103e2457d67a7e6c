import { sql } from 'drizzle-orm'
import type { Context } from '../kernel/context'
import { countedFromRows, rollUp } from './roll-up'

/** A seat whose figures were not what its rows say. */
export type Difference = { campaign: string; constituency: string; was: string; is: string }

/** Recounts everything from the rows; gives what had been wrong. */
export async function rebuildFigures(ctx: Context): Promise<Difference[]> {
  const differences = await ctx.db.execute<Difference>(sql`
    with counted as (${countedFromRows})
    select campaigns.slug as campaign, constituency_code as constituency,
      coalesce(figures.supporters, 0) || ' supporters, ' || coalesce(figures.letters, 0) || ' letters' as was,
      coalesce(counted.supporters, 0) || ' supporters, ' || coalesce(counted.letters, 0) || ' letters' as is
    from counted full join figures using (campaign_id, constituency_code)
    join campaigns on campaigns.id = campaign_id
    where (figures.supporters, figures.letters) is distinct from (counted.supporters, counted.letters)
    order by 1, 2`)
  await rollUp(ctx)
  return [...differences]
}
