import { eq, isNotNull, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { audit, postcodeReleases } from '@/db/schema/index'
import { testDatabase } from '@/db/testing'
import { ChangesTooMuch, type Way } from '@/lib/directory/guard/let-in'
import { lookUpPostcode } from '@/lib/directory/lookup'
import { loadSnapshot } from '@/lib/directory/snapshot/load'
import { log } from '@/lib/kernel/log'
import { contextFor } from '@/lib/mailer/process-context'
import { rolledBack, type TestContext, testContext } from '@/lib/mailer/testing/context'
import { cachedPostcodes } from './cached-postcodes'
import { importPostcodes } from './import-postcodes'
import { readRelease } from './read-release'
import { currentRelease, inUse } from './releases'
import { type ReleaseRow, releaseCsv, writeRelease } from './testing'
import { notePostcodesChanged } from './version'

const OFF = { membersApiUrl: null, postcodesApiUrl: null }
const LEEDS = 'E14001319'
const name = { name: 'NSPL August 2025', date: '2025-08-01' }

beforeAll(async () => {
  log.level = 'silent'
  await testDatabase()
  await loadSnapshot(contextFor({ kind: 'system' }))
})

const read = (rows: ReleaseRow[]) => readRelease(writeRelease('NSPL.csv', releaseCsv(rows)))
const importRows = async (ctx: TestContext, rows: ReleaseRow[], named = name, way: Way = 'confirm') =>
  importPostcodes(ctx, await read(rows), named, { otherBoundaries: false, way })
const found = async (ctx: TestContext, postcode: string) => {
  const outcome = await lookUpPostcode(ctx, postcode, OFF)
  if (!('seats' in outcome)) return outcome.status
  return [
    ...outcome.seats.map(({ code }) => code),
    outcome.source,
    ...(outcome.terminated ? ['terminated'] : []),
  ].join()
}

test('what a release holds is answered from it, before the snapshot and without asking anybody', () =>
  rolledBack(async (ctx) => {
    await importRows(ctx, [
      { postcode: 'LS1 4AP', seat: LEEDS },
      { postcode: 'LS1 4AQ', seat: LEEDS, terminated: '199906' },
      { postcode: 'M1 1AE', seat: LEEDS },
      { postcode: 'GIR 0AA', seat: '' },
      { postcode: 'LS1 9ZZ', seat: 'M99999999' },
    ])
    expect(await found(ctx, 'ls1 4ap')).toBe(`${LEEDS},local`)
    expect(await found(ctx, 'LS1 4AQ')).toBe(`${LEEDS},local,terminated`)
    expect(await found(ctx, 'M1 1AE'), 'which the snapshot has elsewhere').toBe(`${LEEDS},local`)
    expect(await found(ctx, 'LS1 4AR'), 'a neighbour that it does not hold').toBe('unknown')
    expect(await found(ctx, 'GIR 0AA')).toBe('unknown')
    expect(await found(ctx, 'LS1 9ZZ')).toBe('crown_dependency')
    expect(await found(ctx, 'SW1A 0AA'), 'from the snapshot still').toBe('E14001172,local')
  }))

test('a release is kept with its name, date, checksum and counts, and its import is in the audit', () =>
  rolledBack(async (ctx) => {
    const first = await importRows(ctx, [{ postcode: 'LS1 4AP', seat: LEEDS }])
    expect(first.before).toBe(null)
    const second = await importRows(
      ctx,
      [
        { postcode: 'LS1 4AP', seat: LEEDS, terminated: '202501' },
        { postcode: 'JE2 4WD', seat: 'L99999999' },
        { postcode: 'GIR 0AA', seat: '' },
      ],
      { name: 'NSPL November 2025', date: '2025-11-01' },
    )
    expect(second.before).toMatchObject({ name: 'NSPL August 2025' })
    expect(await currentRelease(ctx)).toEqual({
      name: 'NSPL November 2025',
      released: '2025-11-01',
      checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
      importedAt: ctx.now(),
      postcodes: 3,
      terminated: 1,
      outside: 1,
      nowhere: 1,
    })
    expect(await ctx.db.$count(postcodeReleases, inUse), 'one is in use').toBe(1)
    expect(await ctx.db.$count(audit, eq(audit.verb, 'import-postcodes'))).toBe(2)
  }))

test('one index beside that in use is kept, to go back to', () =>
  rolledBack(async (ctx) => {
    for (const month of ['08', '09', '10', '11']) {
      await importRows(ctx, [{ postcode: 'LS1 4AP', seat: LEEDS }], { name: month, date: `2025-${month}-01` })
    }
    const kept = await ctx.db
      .select({ name: postcodeReleases.name, replacedAt: postcodeReleases.replacedAt })
      .from(postcodeReleases)
      .where(isNotNull(postcodeReleases.index))
      .orderBy(postcodeReleases.id)
    expect(kept).toEqual([
      { name: '10', replacedAt: ctx.now() },
      { name: '11', replacedAt: null },
    ])
  }))

test('refuses what is too much, and a dry run changes nothing', () =>
  rolledBack(async (ctx) => {
    const rows = [
      { postcode: 'LS1 4AP', seat: LEEDS },
      { postcode: 'CF14 2FN', seat: 'W07000081' },
    ]
    await expect(importRows(ctx, rows, name, 'apply')).rejects.toThrow(
      'Not let in, and nothing was changed: it has 2 postcodes, and a whole release more than 1,500,000. --confirm lets it in all the same.',
    )
    expect(await currentRelease(ctx)).toBe(null)
    await importRows(ctx, rows)
    const next = { name: 'NSPL November 2025', date: '2025-11-01' }
    await expect(importRows(ctx, rows.slice(0, 1), next, 'apply')).rejects.toBeInstanceOf(ChangesTooMuch)
    const tried = await importRows(ctx, rows, next, 'dry-run')
    expect(tried.compared.reasons).toEqual([])
    expect(await currentRelease(ctx)).toMatchObject({ name: 'NSPL August 2025', postcodes: 2 })
    await importRows(ctx, rows, next, 'apply')
    expect(await currentRelease(ctx)).toMatchObject({ name: 'NSPL November 2025' })
  }))

test('codes that the directory does not have are listed, and their postcodes are unknown', () =>
  rolledBack(async (ctx) => {
    const many = Array.from({ length: 200 }, (_, at) => ({
      postcode: `LS${1 + (at % 20)} ${at % 10}A${'ABDEFGHJLN'[Math.floor(at / 20)]}`,
      seat: LEEDS,
    }))
    const strange = { postcode: 'LS29 1AA', seat: 'E14009999' }
    const { unknownSeats } = await importRows(ctx, [...many, strange])
    expect(unknownSeats).toEqual([['E14009999', 1]])
    expect(await found(ctx, 'LS29 1AA')).toBe('unknown')
  }))

test('a release of other boundaries is refused with the figures, and taken only when told', () =>
  rolledBack(async (ctx) => {
    await importRows(ctx, [{ postcode: 'LS1 4AP', seat: LEEDS }])
    const old = await read([
      { postcode: 'LS1 4AP', seat: 'E14000777' },
      { postcode: 'LS1 4AQ', seat: 'E14000778' },
      { postcode: 'ZE1 0AB', seat: 'S14000051' },
    ])
    await expect(importPostcodes(ctx, old, name, { otherBoundaries: false, way: 'confirm' })).rejects.toThrow(
      'This release is of other boundaries than the directory: 2 of its 3 postcodes with a constituency lie in 2 ' +
        'that the directory does not have (E14000777, E14000778…). Nothing was changed; ' +
        '--other-boundaries imports it all the same.',
    )
    expect(await found(ctx, 'LS1 4AP')).toBe(`${LEEDS},local`)
    await importPostcodes(ctx, old, name, { otherBoundaries: true, way: 'confirm' })
    expect(await found(ctx, 'LS1 4AP')).toBe('unknown')
    expect(await found(ctx, 'ZE1 0AB')).toBe('S14000051,local')
  }))

test('an import that fails at its very end, as on a full disk, leaves the old release whole', async () => {
  const ctx = testContext(await testDatabase())
  await importRows(ctx, [{ postcode: 'LS1 4AP', seat: LEEDS }])
  await ctx.db.execute(sql`
    create function no_room() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$`)
  await ctx.db.execute(sql`create trigger no_room before insert on audit execute function no_room()`)
  const next = importRows(ctx, [{ postcode: 'LS1 4AQ', seat: LEEDS }], {
    name: 'NSPL November 2025',
    date: '2025-11-01',
  })
  await expect(next).rejects.toThrow('The disk of the database is full. Nothing was changed.')
  await ctx.db.execute(sql`drop trigger no_room on audit`)
  expect(await currentRelease(ctx)).toMatchObject({ name: 'NSPL August 2025' })
  expect(await found(ctx, 'LS1 4AP')).toBe(`${LEEDS},local`)
  expect(await found(ctx, 'LS1 4AQ')).toBe('unknown')
})

test('an index of a newer format, or a damaged one, leaves the process with the one that it holds', () =>
  rolledBack(async (ctx) => {
    await importRows(ctx, [{ postcode: 'LS1 4AP', seat: LEEDS }])
    expect(await found(ctx, 'LS1 4AP')).toBe(`${LEEDS},local`)
    for (const change of [sql`set_byte("index", 4, 9)`, sql`substring("index" for 40)`]) {
      await ctx.db.execute(sql`update postcode_releases set "index" = ${change} where "index" is not null`)
      await notePostcodesChanged(ctx)
      expect((await cachedPostcodes(ctx)).index?.postcodes).toBe(1)
      expect(await found(ctx, 'LS1 4AP')).toBe(`${LEEDS},local`)
    }
  }))
