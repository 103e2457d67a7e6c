import { type SQL, sql } from 'drizzle-orm'
import { settings } from '@/db/schema/settings'
import type { Context } from '@/lib/kernel/context'
import { type SwitchName, switchNames, switchSettings } from './switches'

/** What is switched off, and since when: at most 2 seconds behind another process. */
export async function switchedOff(ctx: Context): Promise<{ name: SwitchName; at: Date }[]> {
  const off = await Promise.all(
    switchNames.map(async (name) => ({ name, at: (await switchSettings[name].read(ctx))?.at })),
  )
  return off.flatMap(({ name, at }) => (at ? [{ name, at }] : []))
}

/** Whether one thing is switched off, the same way. */
export async function isOff(ctx: Context, name: SwitchName): Promise<boolean> {
  return (await switchSettings[name].read(ctx)) !== null
}

/** Whether it is switched off at the moment of the statement that this condition is part of, whatever is cached. */
export function isOffNow(name: SwitchName): SQL<boolean> {
  return sql`exists (select from ${settings} where ${settings.name} = ${switchSettings[name].name})`.mapWith(Boolean)
}
