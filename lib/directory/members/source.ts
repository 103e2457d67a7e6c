import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { setting } from '@/lib/settings/setting'

export const membersSources = ['snapshot', 'import', 'sync'] as const
const source = z.object({ source: z.enum(membersSources) })
export type MembersSource = z.infer<typeof source>['source']

const sourceSetting = setting('directory_members', source.nullable(), null)

/** Where the MPs of the directory last came from, as the caller's transaction has it; null before there are any. */
export async function membersCameFrom(ctx: Context): Promise<MembersSource | null> {
  return (await sourceSetting.readNow(ctx))?.source ?? null
}

/** Remembers where the MPs of the directory came from, in the caller's transaction. */
export function noteMembers(ctx: Context, from: MembersSource): Promise<void> {
  return sourceSetting.keep(ctx, { source: from })
}
