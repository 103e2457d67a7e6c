import { z } from 'zod'
import { tellTroubleJob, troubleKinds } from '@/lib/directory/jobs'
import type { Listed } from '@/lib/directory/members-api/list-members'
import type { Context } from '@/lib/kernel/context'
import { setting } from '@/lib/settings/setting'
import { tellAdmins } from '@/lib/staff/team/tell-admins'
import { someListed } from './read-members'

const stored = z
  .object({ kind: z.enum(troubleKinds), words: z.string() })
  .nullable()
  .catch(null)

/** What is wrong with the last sync, in words; null where nothing is. */
export type SyncTrouble = z.infer<typeof stored>

const troubleSetting = setting<SyncTrouble>('directory_sync_trouble', stored, null)

export const syncTrouble = (ctx: Context): Promise<SyncTrouble> => troubleSetting.read(ctx)

/**
 * Writes down that a sync failed. Administrators are told of the first of a row of failures: the next ones would say no
 * more.
 */
export async function noteFailure(ctx: Context, id: string, words: string): Promise<void> {
  const before = await troubleSetting.readNow(ctx)
  await troubleSetting.keep(ctx, { kind: 'failed', words })
  if (before?.kind !== 'failed') await tell(ctx, id, 'failed', words)
}

/** Writes down which seats a sync could not place; administrators are told once of the same ones. */
export async function noteRead(ctx: Context, id: string, strange: Listed[]): Promise<void> {
  const before = await troubleSetting.readNow(ctx)
  if (strange.length === 0) {
    if (before) await troubleSetting.remove(ctx)
    return
  }
  const words = `The Members API names constituencies that the directory does not have: ${someListed(strange)}. Their seats stay as they were; all others were read.`
  await troubleSetting.keep(ctx, { kind: 'strange', words })
  if (before?.words !== words) await tell(ctx, id, 'strange', words)
}

function tell(ctx: Context, id: string, kind: NonNullable<SyncTrouble>['kind'], words: string): Promise<void> {
  const about = `sync ${kind} ${id}`
  return tellAdmins(ctx, tellTroubleJob, about, (staffId) => ({ staffId, about, kind, words }))
}
