import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'

/** Whether days of before an upgrade are not summed up yet by seat and source: roll-ups sum some up each. */
export async function areDaysDue({ db }: Context): Promise<boolean> {
  const [row] = await readRows(
    db,
    z.object({ due: z.boolean() }),
    sql`select exists (select from figure_days_due) or exists (select from letter_days_due) as due`,
  )
  return row?.due ?? false
}
