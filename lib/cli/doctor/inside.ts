import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { connection } from '@/db/client'
import { pendingMigrations } from '@/db/migrate'
import { oldestDue } from '@/lib/delivery/ledger/oldest-due'
import { stopped } from '@/lib/delivery/ledger/why-sending-stopped'
import { directoryAges } from '@/lib/directory/age/ages'
import { syncTrouble } from '@/lib/directory/sync/trouble'
import type { Context } from '@/lib/kernel/context'
import { freeBytes } from '@/lib/kernel/disk-space'
import { readRows } from '@/lib/kernel/read-rows'
import { counted } from '@/lib/kernel/text'
import { MINUTE, SECOND } from '@/lib/kernel/time/durations'
import type { Check } from '@/lib/mailer/preflight/check'
import { keysFault } from '@/lib/privacy/keys/keys-fault'
import { workerSeen } from '@/lib/worker/worker-seen'
import { look } from './look'

const LEAST_FREE_BYTES = 1e9
const MOST_LATE_MS = 15 * MINUTE
/** Clocks that differ by more give links that have run out too early, or rests that last too long. */
const MOST_APART_MS = 2 * SECOND

/**
 * What the database and this machine tell: migrations, keys, worker, queue, directory, disk, clock. Changes nothing. Where
 * tables are not as this version has them, what stands in them is not looked at.
 */
export async function lookInside(ctx: Context): Promise<Check[]> {
  const migrations = await look('Migrations', async () => {
    const pending = await pendingMigrations(connection())
    if (pending === 0) return { found: 'all are applied' }
    return {
      found: `${counted(pending, 'is', 'are')} to be applied`,
      todo: 'Run npm run db:migrate, or start the product; then look again.',
    }
  })
  const inTables = migrations.ok ? await lookInTables(ctx) : []
  return [
    migrations,
    ...inTables,
    ...(await Promise.all([
      look('Disk', async () => {
        const free = await freeBytes(ctx.env.dataDir)
        if (free === null) return { found: 'DATA_DIR is not there: nothing is kept in it' }
        const found = `${(free / 1e9).toFixed(1)} GB are free where DATA_DIR lies`
        return { found, todo: free < LEAST_FREE_BYTES ? 'Make room, before PostgreSQL cannot write.' : null }
      }),
      look('Clock', () => clock(ctx)),
    ])),
  ]
}

function lookInTables(ctx: Context): Promise<Check[]> {
  return Promise.all([
    look('Keys', async () => {
      const fault = await keysFault(ctx)
      if (!fault) return { found: 'DATA_KEYS open what is stored' }
      return {
        found: 'DATA_KEYS do not open what is stored',
        todo: 'Set those of before: npm run keys -- check says which are missing.',
      }
    }),
    look('Worker', async () => {
      if (await workerSeen(ctx)) return { found: 'seen within the last minute' }
      return {
        found: 'none was seen for a minute',
        todo: 'Start the product, or with WORKERS_IN_WEB=0 npm run worker: letters and e-mails wait for it.',
      }
    }),
    look('Letters', () => queue(ctx)),
    look('Directory', () => directory(ctx)),
  ])
}

async function queue(ctx: Context) {
  const why = await stopped(ctx)
  if (why) {
    if (why.until) return { found: 'none goes at this hour' }
    return { found: `none goes: ${STOPPED[why.why]}`, todo: 'The home page of the staff side says what to do.' }
  }
  const since = await oldestDue(ctx)
  const late = since ? ctx.now().getTime() - since.getTime() : 0
  const found = since ? `the oldest has been due for ${counted(Math.round(late / MINUTE), 'minute')}` : 'none is late'
  return {
    found,
    todo:
      late > MOST_LATE_MS ? 'See /staff/letters, and what the mail service answers: npm run mail -- preflight.' : null,
  }
}

const STOPPED = {
  paused: 'an administrator has switched sending off',
  'no-operator': 'nobody is named who runs this installation',
  domain: 'the sender’s domain is not in order',
}

async function directory(ctx: Context) {
  const [{ mps, postcodes }, trouble] = [await directoryAges(ctx), await syncTrouble(ctx)]
  const old = [mps?.old, postcodes?.old, trouble?.words].filter(Boolean).join(' ')
  if (old) return { found: old, todo: 'See /staff/directory.' }
  if (!postcodes)
    return { found: 'MPs are there, of postcodes only some', todo: 'Run npm run directory -- fetch-postcodes.' }
  return { found: `MPs are up to date; postcodes are those of ${postcodes.name}` }
}

async function clock({ db }: Context) {
  const asked = Date.now()
  const [row] = await readRows(
    db,
    z.object({ at: z.number() }),
    sql`select extract(epoch from clock_timestamp())::float8 * 1000 as at`,
  )
  const apart = Math.abs((row?.at ?? 0) - (asked + Date.now()) / 2)
  if (apart <= MOST_APART_MS) return { found: 'as the database’s' }
  return {
    found: `${(apart / SECOND).toFixed(0)} s apart from the database’s`,
    todo: 'Have both machines keep time by NTP.',
  }
}
