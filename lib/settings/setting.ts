import { eq } from 'drizzle-orm'
import { settings } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

/** What the installation keeps under a name, as it was stored; `undefined` where there is nothing. */
export async function keptSetting({ db }: Pick<Context, 'db'>, name: string): Promise<unknown> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.name, name))
  return row?.value
}
