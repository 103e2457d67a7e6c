import { isNull, sql } from 'drizzle-orm'
import { directorySyncs, mps } from '@/db/schema/index'
import { type Prepared, testDatabase } from '@/db/testing'
import type { MembersApi } from '@/lib/directory/members-api/request'
import { HASTY, type PlayedApi, type PlayedMember, snapshotMembers } from '@/lib/directory/members-api/testing'
import { loadSnapshot } from '@/lib/directory/snapshot/load'
import type { Context } from '@/lib/kernel/context'
import { type TestContext, testContext } from '@/lib/mailer/testing/context'

/** Sitting MPs on another day: reference data that a user's machine does not have. */
export const OTHER_DAY_FILE = '../shared/data/members-2026-02-12.csv'

/** Twelve seats of the snapshot, as they are there: from each nation; one is vacant, one MP has no e-mail. */
const SEATS = [
  ['E14001063', 'Aldershot'],
  ['E14001170', 'Chorley'],
  ['E14001172', 'Cities of London and Westminster'],
  ['E14001259', 'Hackney North and Stoke Newington'],
  ['E14001290', 'Holborn and St Pancras'],
  ['E14001373', 'New Forest East'],
  ['N05000003', 'Belfast South and Mid Down'],
  ['N05000012', 'North Antrim'],
  ['S14000051', 'Orkney and Shetland'],
  ['S14000084', 'Glasgow East'],
  ['W07000096', 'Dwyfor Meirionnydd'],
  ['W07000112', 'Ynys Môn'],
] as const
/** How many of them are more than a tenth, and wait for an administrator. */
export const TOO_MANY = 2

/** The members of the small Parliament, for a played API: eleven for its twelve seats. */
export function smallMembers(): PlayedMember[] {
  const names = new Set<string>(SEATS.map(([, name]) => name))
  return snapshotMembers().filter(({ constituency }) => names.has(constituency))
}

const TABLES = ['constituencies', 'mps', 'postcode_facts']
const ABOUT_IT = sql`name like 'directory%'`

const SMALL: Prepared = {
  name: 'small_parliament',
  prepare: async (db) => {
    await loadSnapshot(testContext(db))
    const codes = sql.param(SEATS.map(([code]) => code))
    await db.execute(sql`delete from postcode_facts where constituency_code <> all(${codes})`)
    await db.execute(sql`delete from mps where constituency_code <> all(${codes})`)
    await db.execute(sql`delete from constituencies where code <> all(${codes})`)
    await db.execute(sql`create schema spare`)
    await db.execute(sql`create table spare.settings as select * from settings where ${ABOUT_IT}`)
    for (const table of TABLES) await db.execute(sql.raw(`create table spare.${table} as select * from ${table}`))
  },
}

/** This test file's database with a Parliament of twelve seats: as much as most need, and quickly read. */
export const smallParliament = () => testDatabase(SMALL)

/** The small Parliament as if nothing had ever been synced or imported: for tests that commit. */
export async function freshParliament({ db }: Context): Promise<void> {
  await db.execute(sql`truncate directory_syncs, directory_sync_emails`)
  await db.execute(sql`delete from settings where ${ABOUT_IT}`)
  await db.execute(sql`insert into settings select * from spare.settings`)
  for (const table of TABLES.toReversed()) await db.execute(sql.raw(`delete from ${table}`))
  for (const table of TABLES) await db.execute(sql.raw(`insert into ${table} select * from spare.${table}`))
  await db.execute(sql`delete from graphile_worker._private_jobs`)
}

/** The whole Parliament as if nothing had ever been synced or imported: for tests that commit. */
export async function freshDirectory(ctx: Context): Promise<void> {
  await ctx.db.execute(sql`truncate directory_syncs, directory_sync_emails`)
  await ctx.db.execute(sql`delete from mps`)
  await ctx.db.execute(sql`delete from settings where ${ABOUT_IT}`)
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
