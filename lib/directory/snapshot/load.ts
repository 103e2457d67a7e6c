import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { and, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { constituencies, postcodeFacts } from '@/db/schema/index'
import { lockDirectory } from '@/lib/directory/lock-directory'
import { applyMembers } from '@/lib/directory/members/apply'
import { membersCameFrom } from '@/lib/directory/members/source'
import { parsePostcode } from '@/lib/directory/postcode'
import { notePostcodesChanged } from '@/lib/directory/postcodes/version'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { setting } from '@/lib/settings/setting'
import { SNAPSHOT_DATE } from './attributions'
import { parseFurtherPostcodes, parseSnapshot, type SnapshotSeat } from './parse'

const snapshotSetting = setting(
  'directory_snapshot',
  z.object({ checksum: z.string(), asOf: z.string() }).nullable().catch(null),
  null,
)

/**
 * Writes the project's snapshot into the directory, unless this very state of its files is already there. MPs are
 * left alone once they have been imported from elsewhere. Gives whether anything was written.
 */
export async function loadSnapshot(ctx: Context): Promise<boolean> {
  const [seatsCsv, furtherCsv] = await Promise.all([read('constituencies.csv'), read('further-postcodes.csv')])
  const checksum = createHash('sha256').update(seatsCsv).update(furtherCsv).digest('hex')
  if (await isLoaded(ctx, checksum)) return false
  const loaded = await inTransaction(ctx, async (tx) => {
    await lockDirectory(tx)
    if (await isLoaded(tx, checksum)) return false
    const seats = parseSnapshot(seatsCsv)
    await writeConstituencies(tx, seats)
    await writePostcodes(tx, [
      ...seats.map(({ examplePostcode, code }) => ({ postcode: examplePostcode, code })),
      ...parseFurtherPostcodes(furtherCsv),
    ])
    if ([null, 'snapshot'].includes(await membersCameFrom(tx))) {
      await applyMembers(tx, seats, { at: new Date(SNAPSHOT_DATE), source: 'snapshot' })
    }
    await notePostcodesChanged(tx)
    await snapshotSetting.keep(tx, { checksum, asOf: SNAPSHOT_DATE })
    return true
  })
  return loaded
}

// npm starts every command in the project's folder; a module's own address means nothing once it is bundled.
function read(file: string): Promise<string> {
  return readFile(join(process.cwd(), 'lib/directory/snapshot', file), 'utf8')
}

async function isLoaded(ctx: Context, checksum: string): Promise<boolean> {
  return (await snapshotSetting.readNow(ctx))?.checksum === checksum
}

async function writeConstituencies(ctx: Context, seats: SnapshotSeat[]): Promise<void> {
  const rows = seats.map(({ code, name, nation, latitude, longitude }) => ({ code, name, nation, latitude, longitude }))
  await ctx.db
    .insert(constituencies)
    .values(rows)
    .onConflictDoUpdate({
      target: constituencies.code,
      set: {
        name: sql`excluded.name`,
        nation: sql`excluded.nation`,
        latitude: sql`excluded.latitude`,
        longitude: sql`excluded.longitude`,
      },
    })
}

async function writePostcodes(ctx: Context, facts: { postcode: string; code: string }[]): Promise<void> {
  const rows = facts.map(({ postcode, code }) => {
    const parsed = parsePostcode(postcode)
    if (parsed.kind !== 'postcode') throw new Error(`The snapshot's postcode ${postcode} is not one.`)
    return { postcode: parsed.compact, constituencyCode: code }
  })
  // Facts that are there stay: to drop the other half of a split postcode would settle it silently. What a list says of
  // a postcode stands alone.
  const listed = await ctx.db
    .select({ postcode: postcodeFacts.postcode })
    .from(postcodeFacts)
    .where(
      and(
        postcodeFacts.listed,
        inArray(
          postcodeFacts.postcode,
          rows.map(({ postcode }) => postcode),
        ),
      ),
    )
  const taken = new Set(listed.map(({ postcode }) => postcode))
  const free = rows.filter(({ postcode }) => !taken.has(postcode))
  if (free.length > 0) await ctx.db.insert(postcodeFacts).values(free).onConflictDoNothing()
}
