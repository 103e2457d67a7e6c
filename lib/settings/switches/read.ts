import { inArray } from 'drizzle-orm'
import { z } from 'zod'
import { settings } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { type SwitchName, switchNames, switchSetting } from './switches'

const off = z.object({ at: z.coerce.date() })

/** What is switched off at present, and since when. Read anew each time, so that every process knows at once. */
export async function switchedOff({ db }: Context): Promise<{ name: SwitchName; at: Date }[]> {
  const rows = await db
    .select({ setting: settings.name, value: settings.value })
    .from(settings)
    .where(inArray(settings.name, Object.values(switchSetting)))
  return switchNames.flatMap((name) => {
    const row = rows.find(({ setting }) => setting === switchSetting[name])
    const kept = off.safeParse(row?.value)
    return kept.success ? [{ name, at: kept.data.at }] : []
  })
}

/** Whether one thing is switched off at present. */
export async function isOff(ctx: Context, name: SwitchName): Promise<boolean> {
  return (await switchedOff(ctx)).some((one) => one.name === name)
}
