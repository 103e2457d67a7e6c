import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { countedIn, type Scope } from './scope'

const answers = z.object({
  code: z.string(),
  seat: z.string(),
  mp: z.string().nullable(),
  party: z.string().nullable(),
  letters: z.number(),
  answers: z.number(),
  acknowledgements: z.number(),
  none: z.number(),
})
/** What supporters said came back from an MP: answers, acknowledgements, and that nothing did. */
export type MpAnswers = z.infer<typeof answers>

/** The seats of which anything was said in a scope, most answers first. */
export function mpAnswers({ db }: Context, scope: Scope): Promise<MpAnswers[]> {
  return readRows(
    db,
    answers,
    sql`
    select c.code, c.name as seat, m.name as mp, m.party, f.letters, f.answers, f.acknowledgements, f.none
    from (
      select constituency_code, sum(accepted)::int as letters, sum(real_answer)::int as answers,
        sum(acknowledgement)::int as acknowledgements, sum(no_answer)::int as none
      from ${countedIn(scope, 'seat')} group by 1
      having sum(real_answer + acknowledgement + no_answer) > 0
    ) f
    join constituencies c on c.code = f.constituency_code
    left join mps m on m.constituency_code = c.code and m.until is null
    order by f.answers desc, f.acknowledgements desc, c.name`,
  )
}
