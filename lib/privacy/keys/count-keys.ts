import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { SEALED_FORM } from '@/lib/kernel/secrets/crypto'
import { sealedTables, startOf, startUnder, textOf } from './sealed-columns'

/** How many values are sealed under a key; of these, how many in an older form, not bound to their row. */
export type KeyCount = { keyId: string; values: number; older: number }

/** Goes through everything that is sealed, and counts by key. It opens nothing. */
export async function countKeys({ db }: Pick<Context, 'db'>): Promise<KeyCount[]> {
  const isNow = `sealed like '${SEALED_FORM}.%'`
  const rows = await readRows(
    db,
    z.object({ keyId: z.string(), values: z.number(), older: z.number() }),
    sql.raw(`
      select split_part(sealed, '.', case when ${isNow} then 2 else 1 end) as "keyId",
        count(*)::int as values, (count(*) filter (where not ${isNow}))::int as older
      from (${everySealed()}) as every(sealed)
      group by 1 order by 2 desc, 1`),
  )
  return [...rows]
}

/** Whether anything at all is sealed under this key. */
export async function sealsAnything({ db }: Pick<Context, 'db'>, keyId: string): Promise<boolean> {
  const [row] = await readRows(
    db,
    z.object({ found: z.boolean() }),
    sql`
    select exists (
      select from (${sql.raw(everySealed())}) as every(sealed)
      where split_part(sealed, '.', 1) = ${keyId} or sealed = ${startUnder(keyId)}
    ) as found`,
  )
  return row?.found === true
}

function everySealed(): string {
  return sealedTables
    .flatMap((one) =>
      one.columns.map((column) => {
        const condition = `${textOf(column)} is not null${one.only ? ` and ${one.only}` : ''}`
        return `select ${startOf(column)} from ${one.table} where ${condition}`
      }),
    )
    .join(' union all ')
}
