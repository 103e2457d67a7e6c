import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { setting } from '@/lib/settings/setting'

export const membersSources = ['snapshot', 'import', 'sync'] as const
/** `asOf`: the moment of which the whole list of MPs is; null where no whole list ever came in, or nobody wrote it down. */
export const membersOrigin = z.object({
  source: z.enum(membersSources),
  asOf: z.iso.datetime().nullable().default(null),
})
export type MembersOrigin = z.infer<typeof membersOrigin>
export type MembersSource = MembersOrigin['source']

const sourceSetting = setting('directory_members', membersOrigin.nullable(), null)

/** Where the MPs of the directory last came from, as the caller's transaction has it; null before there are any. */
export async function membersCameFrom(ctx: Context): Promise<MembersSource | null> {
  return (await membersOriginOf(ctx))?.source ?? null
}

/** As {@link membersCameFrom}, and of when they are. */
export function membersOriginOf(ctx: Context): Promise<MembersOrigin | null> {
  return sourceSetting.readNow(ctx)
}

/** Remembers where the MPs of the directory came from, in the caller's transaction. */
export function noteMembers(ctx: Context, origin: MembersOrigin): Promise<void> {
  return sourceSetting.keep(ctx, origin)
}
