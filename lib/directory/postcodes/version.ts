import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { setting } from '@/lib/settings/setting'

const versionSetting = setting('directory_postcodes', z.object({ version: z.string() }).nullable(), null)

/** Changes whenever the postcodes that the directory knows change; null before there are any. */
export async function postcodesVersion(ctx: Context): Promise<string | null> {
  return (await versionSetting.read(ctx))?.version ?? null
}

/** Tells every process, in the caller's transaction, that what it holds of the postcodes is old. */
export function notePostcodesChanged(ctx: Context): Promise<void> {
  return versionSetting.keep(ctx, { version: randomUUID() })
}
