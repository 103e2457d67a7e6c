import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { inHours, type Scope } from './scope'

const stepRate = z.object({ campaignId: z.string(), step: z.string(), shown: z.number(), pressed: z.number() })
/** How often a step after the letter was shown and pressed, by campaign and its id. */
export type StepRate = z.infer<typeof stepRate>

export function stepRates({ db }: Context, scope: Scope): Promise<StepRate[]> {
  return readRows(
    db,
    stepRate,
    sql`
    select campaign_id as "campaignId", step, sum(shown)::int as shown, sum(pressed)::int as pressed from step_counts
    where ${inHours(scope)} group by 1, 2 order by 3 desc, 1, 2 limit 100`,
  )
}
