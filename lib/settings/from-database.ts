import { eq } from 'drizzle-orm'
import { settings } from '@/db/schema/settings'
import type { Settings } from '@/lib/kernel/context'

/** Settings as they stand in the database at this moment, the caller's transaction included. */
export const fromDatabase: Settings = {
  async read({ db }, name) {
    const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.name, name))
    return row?.value
  },
}
