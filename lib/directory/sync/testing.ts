import { isNull, sql } from 'drizzle-orm'
import { directorySyncs, mps } from '@/db/schema/index'
import type { MembersApi } from '@/lib/directory/members-api/request'
import { HASTY, membersOf, type PlayedApi, type PlayedMember } from '@/lib/directory/members-api/testing'
import { loadSnapshot } from '@/lib/directory/snapshot/load'
import type { Context } from '@/lib/kernel/context'
import type { TestContext } from '@/lib/mailer/testing/context'

export const SNAPSHOT_FILE = 'lib/directory/snapshot/constituencies.csv'
/** Sitting MPs on another day: reference data that a user's machine does not have. */
export const OTHER_DAY_FILE = '../shared/data/members-2026-02-12.csv'

/** The members of the snapshot, for a played API. */
export const snapshotMembers = (): PlayedMember[] => membersOf(SNAPSHOT_FILE)

/** As if nothing had ever been synced or imported: for tests that commit. */
export async function freshDirectory(ctx: Context): Promise<void> {
  await ctx.db.execute(sql`truncate directory_syncs, directory_sync_emails`)
  await ctx.db.execute(sql`delete from mps`)
  await ctx.db.execute(sql`delete from settings where name like 'directory%'`)
  await ctx.db.execute(sql`delete from graphile_worker._private_jobs`)
  await loadSnapshot(ctx)
}

/** Asks the played API as fast as tests want it. */
export const askingOf = ({ url }: PlayedApi): MembersApi => ({ base: url, rate: HASTY })

/** Who sits, as text, to see whether anything was changed. */
export async function sittingNow(ctx: Context): Promise<string> {
  const rows = await ctx.db.select().from(mps).where(isNull(mps.until)).orderBy(mps.constituencyCode)
  return JSON.stringify(rows)
}

/** The syncs that there were, oldest first. */
export function syncRows(ctx: TestContext): Promise<(typeof directorySyncs.$inferSelect)[]> {
  return ctx.db.select().from(directorySyncs).orderBy(directorySyncs.startedAt)
}

/** Gives the first `count` members' seats to other people. */
export function withOthers(members: PlayedMember[], count: number): PlayedMember[] {
  return members.map((member, at) =>
    at < count ? { ...member, memberId: 90_000 + at, name: `Newcomer ${at}`, email: `new${at}@example.org` } : member,
  )
}
