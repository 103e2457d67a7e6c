import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { type Scope, within } from './scope'

const figures = z.object({
  name: z.string(),
  viewed: z.number(),
  found: z.number(),
  submitted: z.number(),
  supporters: z.number(),
  letters: z.number(),
})
export type SourceFigures = z.infer<typeof figures>

export const sourceKinds = ['source', 'medium', 'campaign', 'content', 'referrer', 'share'] as const
export type SourceKind = (typeof sourceKinds)[number]

const COLUMNS: Record<SourceKind, SQL> = {
  source: sql`utm_source`,
  medium: sql`utm_medium`,
  campaign: sql`utm_campaign`,
  content: sql`utm_content`,
  referrer: sql`referrer`,
  share: sql`share`,
}

/**
 * What came from where, most supporters first; an empty name is what came without any. At most `most` of them: every
 * supporter's own link can be one.
 */
export function sourceFigures({ db }: Context, scope: Scope, kind: SourceKind, most = 500): Promise<SourceFigures[]> {
  return readRows(
    db,
    figures,
    sql`
    select coalesce(${COLUMNS[kind]}, '') as name, sum(viewed)::int as viewed, sum(found)::int as found,
      sum(submitted)::int as submitted, sum(confirmed)::int as supporters, sum(accepted)::int as letters
    from figure_hours left join sources on sources.id = source_id
    where ${within(scope)}
    group by 1
    having sum(viewed + found + submitted + confirmed + accepted) > 0
    order by supporters desc, submitted desc, viewed desc, 1
    limit ${most}`,
  )
}
