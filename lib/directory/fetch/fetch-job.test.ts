import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { postcodeReleases, staff } from '@/db/schema/index'
import { settings } from '@/db/schema/settings'
import { testDatabase } from '@/db/testing'
import { isUnderWay } from '@/lib/directory/job-state'
import { currentRelease } from '@/lib/directory/postcodes/releases'
import { releaseCsv } from '@/lib/directory/postcodes/testing'
import { loadSnapshot } from '@/lib/directory/snapshot/load'
import type { Context } from '@/lib/kernel/context'
import { log } from '@/lib/kernel/log'
import { readRows } from '@/lib/kernel/read-rows'
import { HOUR } from '@/lib/kernel/time/durations'
import { contextFor } from '@/lib/mailer/process-context'
import { outdate } from '@/lib/settings/cached'
import { memberContext } from '@/lib/staff/testing'
import { askToFetch, fetchByJob } from './fetch-job'
import { postcodesFetch } from './fetch-state'
import { lookForRelease, newerRelease } from './look-for-release'
import { northernIrelandChoice } from './northern-ireland'
import { AT_ONCE, type PlayedPortal, playedItem, playPortal } from './testing'

const CSV = releaseCsv([
  { postcode: 'LS1 4AP', seat: 'E14001319' },
  { postcode: 'BT1 1AA', seat: 'N05000002' },
])

let ctx: Context
let portal: PlayedPortal
beforeAll(async () => {
  log.level = 'silent'
  await testDatabase()
  const own = contextFor({ kind: 'system' })
  await loadSnapshot(own)
  portal = await playPortal(new TextEncoder().encode(CSV), [])
  const dataDir = mkdtempSync(join(process.env.DATA_DIR ?? tmpdir(), 'job-'))
  ctx = { ...own, env: { ...own.env, dataDir, releasesUrl: portal.url } }
})
afterAll(() => portal.close())
beforeEach(async () => {
  portal.items = [playedItem('August', 2025)]
  portal.contentType = 'text/csv'
  portal.failing.search = null
  await ctx.db.delete(postcodeReleases)
  await ctx.db.delete(staff)
  await ctx.db.execute(sql`delete from graphile_worker._private_jobs`)
  await ctx.db.delete(settings).where(sql`name in ('postcodes_fetch', 'newest_release', 'northern_ireland_postcodes')`)
  outdate('settings')
})

const fetched = (asked = {}) => fetchByJob(ctx, { confirm: false, byItself: false, ...asked }, undefined, AT_ONCE)
const jobs = async () => {
  const rows = await readRows(
    ctx.db,
    z.object({ kind: z.string() }),
    sql`select task_identifier as kind from graphile_worker.jobs order by id`,
  )
  return rows.map(({ kind }) => kind)
}

test('what the guard refuses is kept with its comparison, and let in when staff confirm it', async () => {
  await fetched()
  const refused = await postcodesFetch.state(ctx)
  expect(refused).toMatchObject({
    phase: 'refused',
    words: expect.stringMatching(/^NSPL August 2025 was not let in: /),
  })
  expect(refused?.compared).toContain(
    'NSPL August 2025 without Northern Ireland: 1 postcode; no release is in use yet.',
  )
  expect(await currentRelease(ctx)).toBeNull()
  await fetched({ confirm: true })
  expect(await postcodesFetch.state(ctx)).toMatchObject({
    phase: 'done',
    words: 'NSPL August 2025 without Northern Ireland is in use: 1 postcode.',
  })
  await fetched()
  expect((await postcodesFetch.state(ctx))?.words).toContain('is in use already')
})

test('a failure is one sentence on the page, and mailed where nobody waits for it', async () => {
  await memberContext(ctx, 'admin')
  portal.failing.search = 'status 500'
  await fetched()
  const failed = { phase: 'failed', words: "The portal's search answered with status 500. Nothing was changed." }
  expect(await postcodesFetch.state(ctx)).toMatchObject(failed)
  expect(await jobs()).toEqual([])
  await fetched({ byItself: true })
  expect(await jobs()).toEqual(['tell-release'])
})

test('staff who ask decide about Northern Ireland, which is kept with who and when; asked twice, it is one job', async () => {
  const { actor } = await memberContext(ctx, 'admin')
  const admin = { ...ctx, actor }
  await askToFetch(admin, { northernIreland: true, confirm: false })
  await askToFetch(admin, { northernIreland: false, confirm: false })
  expect(await northernIrelandChoice(ctx)).toMatchObject({ agreed: true, by: actor.kind === 'staff' && actor.id })
  expect(await jobs()).toEqual(['fetch-postcodes'])
  expect(isUnderWay(await postcodesFetch.state(ctx), ctx.now())).toBe(true)
  // Where the job is lost, it can be asked for again.
  expect(isUnderWay(await postcodesFetch.state(ctx), new Date(ctx.now().getTime() + HOUR))).toBe(false)
  await fetched({ confirm: true })
  expect(await currentRelease(ctx)).toMatchObject({ name: 'NSPL August 2025', postcodes: 2 })
})

test('refuses whoever is no administrator', async () => {
  const { actor } = await memberContext(ctx, 'editor')
  await expect(
    Promise.resolve().then(() => askToFetch({ ...ctx, actor }, { northernIreland: null, confirm: false })),
  ).rejects.toMatchObject({ code: 'not-allowed' })
})

test('a newer release is told of once, and taken by itself where that is set', async () => {
  await memberContext(ctx, 'admin')
  const look = (more = {}) => lookForRelease({ ...ctx, env: { ...ctx.env, ...more } }, undefined, AT_ONCE)
  await fetched({ confirm: true })
  await look()
  expect([await newerRelease(ctx), await jobs()]).toEqual([null, []])
  portal.items = [playedItem('November', 2025), playedItem('August', 2025)]
  await look()
  await look()
  expect([await newerRelease(ctx), await jobs()]).toEqual(['NSPL November 2025', ['tell-release']])
  await look({ directoryAutoUpdate: true })
  expect(await jobs()).toEqual(['tell-release', 'fetch-postcodes'])
  portal.failing.search = 'html'
  await look()
  await look({ releasesUrl: null })
})
