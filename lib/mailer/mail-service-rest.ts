import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { settings } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

const NAME = 'mail_rest'
const kept = z.object({ until: z.coerce.date() })

/** Notes for every worker that the mail service asks to be left alone for so long. The latest end holds. */
export async function noteRest({ db, now }: Context, restMs: number): Promise<void> {
  const until = new Date(now().getTime() + restMs).toISOString()
  await db
    .insert(settings)
    .values({ name: NAME, value: { until }, updatedAt: now() })
    .onConflictDoUpdate({
      target: settings.name,
      set: { value: { until }, updatedAt: now() },
      setWhere: sql`(${settings.value} ->> 'until')::timestamptz < ${until}::timestamptz`,
    })
}

/** Until when the mail service is left alone, or `null`. */
export async function restUntil({ db, now }: Context): Promise<Date | null> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.name, NAME))
  const until = kept.safeParse(row?.value).data?.until
  return until && until > now() ? until : null
}
