import { type SQL, sql } from 'drizzle-orm'
import { settings } from '@/db/schema/settings'
import type { Context } from '@/lib/kernel/context'
import { type SwitchName, switchNames, switchSettings } from './switches'

/** `by`: the member of the team who did it, by their id. */
export type SwitchedOff = { name: SwitchName; at: Date; why: string; by: string | null }

/** What is switched off, since when, why and by whom: at most 2 seconds behind another process. */
export async function switchedOff(ctx: Context): Promise<SwitchedOff[]> {
  const off = await Promise.all(switchNames.map(async (name) => ({ name, kept: await switchSettings[name].read(ctx) })))
  return off.flatMap(({ name, kept }) => (kept ? [{ name, ...kept }] : []))
}

/** Whether one thing is switched off, the same way. */
export async function isOff(ctx: Context, name: SwitchName): Promise<boolean> {
  return (await switchSettings[name].read(ctx)) !== null
}

/** Whether it is switched off at the moment of the statement that this condition is part of, whatever is cached. */
export function isOffNow(name: SwitchName): SQL<boolean> {
  return sql`exists (select from ${settings} where ${settings.name} = ${switchSettings[name].name})`.mapWith(Boolean)
}
