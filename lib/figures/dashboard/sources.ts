import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { measures } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { countedIn, type Scope } from './scope'
import { type Sums, sumColumns, sumShape, sumsIn } from './sums'

const row = z.object({ name: z.string(), ...sumShape })

/** What came from one place on the web, or by one link. */
export type SourceFigures = {
  name: string
  viewed: number
  found: number
  submitted: number
  supporters: number
  letters: number
  sums: Sums
}

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

const anything = sql.raw(measures.join(' + '))

/**
 * What came from where, most supporters first; an empty name is what came without any. At most `most` of them: every
 * supporter's own link can be one.
 */
export async function sourceFigures(
  { db }: Context,
  scope: Scope,
  kind: SourceKind,
  most = 500,
): Promise<SourceFigures[]> {
  const rows = await readRows(
    db,
    row,
    sql`
    select coalesce(${COLUMNS[kind]}, '') as name, ${sumColumns}
    from (select source_id, ${sumColumns} from ${countedIn(scope, 'source')} group by 1) as each
    left join sources on sources.id = source_id
    group by 1
    having sum(${anything}) > 0
    order by confirmed desc, submitted desc, viewed desc, 1
    limit ${most}`,
  )
  return rows.map((each) => {
    const { name, viewed, found, submitted, confirmed: supporters, accepted: letters } = each
    return { name, viewed, found, submitted, supporters, letters, sums: sumsIn(each) }
  })
}
