import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { postcodeFacts } from '@/db/schema/index'
import { testDatabase } from '@/db/testing'
import { allSeats, lookUpPostcode } from '@/lib/directory/lookup'
import { importPostcodes } from '@/lib/directory/postcodes/import-postcodes'
import { readRelease } from '@/lib/directory/postcodes/read-release'
import { releaseCsv, writeRelease, zipOf } from '@/lib/directory/postcodes/testing'
import { loadSnapshot } from '@/lib/directory/snapshot/load'
import { contextFor } from '@/lib/mailer/process-context'
import { rolledBack } from '@/lib/mailer/testing/context'
import { importSplits } from './import'
import { readSplits } from './read'

const parsed = (text: string) => readSplits(writeRelease('splits.csv', text))
const OFF = { membersApiUrl: null, postcodesApiUrl: null }
const SEVENOAKS = 'E14001465'
const TONBRIDGE = 'E14001545'

beforeAll(async () => {
  await testDatabase()
  await loadSnapshot(contextFor({ kind: 'system' }))
})

const lookUp = async (ctx: Parameters<typeof lookUpPostcode>[0], postcode: string) => {
  const outcome = await lookUpPostcode(ctx, postcode, OFF)
  return 'seats' in outcome ? [outcome.status, ...outcome.seats.map(({ code }) => code)] : [outcome.status]
}

test('a split postcode answers with each of its constituencies, whatever the release says', () =>
  rolledBack(async (ctx) => {
    const path = writeRelease('NSPL.csv', releaseCsv([{ postcode: 'TN11 1ZZ', seat: SEVENOAKS, terminated: '202001' }]))
    const named = { name: 'NSPL', date: null }
    await importPostcodes(ctx, await readRelease(path), named, { otherBoundaries: false, way: 'confirm' })
    expect(await lookUp(ctx, 'TN11 1ZZ')).toEqual(['found', SEVENOAKS])
    const rows = await parsed(`Postcode,CODE\nTN11 1ZZ,${TONBRIDGE}\ntn111zz, ${SEVENOAKS.toLowerCase()} \n`)
    expect((await importSplits(ctx, rows)).report).toEqual({ split: 1, single: 0 })
    expect(await lookUp(ctx, 'TN11 1ZZ')).toEqual(['split', SEVENOAKS, TONBRIDGE])
    expect(await lookUpPostcode(ctx, 'TN11 1ZZ', OFF)).toMatchObject({ source: 'local', terminated: true })
  }))

test('a later file changes what it names and leaves the rest, and can say that one is split no more', () =>
  rolledBack(async (ctx) => {
    const both = (postcode: string) => `${postcode},${TONBRIDGE}\n${postcode},${SEVENOAKS}\n`
    await importSplits(ctx, await parsed(`postcode,code\n${both('TN11 1ZZ')}${both('TN11 1ZY')}`))
    const { report } = await importSplits(ctx, await parsed(`code,postcode,note\n${TONBRIDGE},TN11 1ZZ,settled\n`))
    expect(report).toEqual({ split: 0, single: 1 })
    expect(await lookUp(ctx, 'TN11 1ZZ')).toEqual(['found', TONBRIDGE])
    expect(await lookUp(ctx, 'TN11 1ZY')).toEqual(['split', SEVENOAKS, TONBRIDGE])
  }))

test('one row puts one postcode right, whatever a release or a newer snapshot says', () =>
  rolledBack(async (ctx) => {
    const path = writeRelease('NSPL.csv', releaseCsv([{ postcode: 'TN11 1ZZ', seat: SEVENOAKS, terminated: '202001' }]))
    const named = { name: 'NSPL', date: null }
    await importPostcodes(ctx, await readRelease(path), named, { otherBoundaries: false, way: 'confirm' })
    const { compared } = await importSplits(ctx, await parsed(`postcode,code\nTN11 1ZZ,${TONBRIDGE}\n`))
    expect(compared.lines).toContain('In another seat than now: 1 (TN11 1ZZ).')
    expect(await lookUp(ctx, 'TN11 1ZZ')).toEqual(['found', TONBRIDGE])
    expect(await lookUpPostcode(ctx, 'TN11 1ZZ', OFF)).toMatchObject({ terminated: true })
    // The snapshot's own example of a seat.
    await importSplits(ctx, await parsed(`postcode,code\nSW1A 0AA,${TONBRIDGE}\n`))
    await ctx.db.execute(sql`delete from settings where name = 'directory_snapshot'`)
    expect(await loadSnapshot(ctx)).toBe(true)
    expect(await lookUp(ctx, 'SW1A 0AA')).toEqual(['found', TONBRIDGE])
  }))

test('a list that is wrong as a whole is refused, tried without a change, and let in when it is confirmed', () =>
  rolledBack(async (ctx) => {
    const seats = await allSeats(ctx)
    const facts = await ctx.db.select().from(postcodeFacts)
    const next = new Map(seats.map(({ code }, at) => [code, seats[(at + 1) % seats.length]?.code ?? code]))
    const rows = new Map(
      facts.map(({ postcode, constituencyCode: code }) => [postcode, new Map([[next.get(code) ?? code, null]])]),
    )
    const [one] = facts
    const answer = await lookUp(ctx, one?.postcode ?? '')
    await expect(importSplits(ctx, rows)).rejects.toThrow(
      'of what it names would lead to another seat, more than a tenth',
    )
    expect((await importSplits(ctx, rows, 'dry-run')).compared.reasons).toHaveLength(1)
    expect(await lookUp(ctx, one?.postcode ?? '')).toEqual(answer)
    await importSplits(ctx, rows, 'confirm')
    expect(await lookUp(ctx, one?.postcode ?? '')).not.toEqual(answer)
  }))

test('a list of any length is read as it comes', async () => {
  const row = `TN11 1ZZ,${TONBRIDGE},${'x'.repeat(100)}\n`
  const rows = await parsed(`postcode,code,note\n${row.repeat(60_000)}`)
  expect([...rows].map(([postcode, seats]) => [postcode, ...seats])).toEqual([['TN111ZZ', [TONBRIDGE, null]]])
})

describe('of a list of properties those postcodes are split whose properties lie in two constituencies', () => {
  const header = 'UPRN,GRIDGB1E,PCDS,lad25cd,PCON24CD\n'
  const property = (postcode: string, code: string) => `1,2,${postcode},E07000111,${code}\n`
  const split = property('TN11 1ZZ', TONBRIDGE) + property('TN11 1ZZ', SEVENOAKS) + property('TN11 1ZZ', TONBRIDGE)
  const others = [
    property('TN11 1ZY', TONBRIDGE).repeat(3),
    property('TN11 1ZX', TONBRIDGE),
    property('TN11 1ZX', ''),
    property('TN11 1ZX', 'L99999999'),
    property('', SEVENOAKS),
  ].join('')
  const expected = [['TN111ZZ', [TONBRIDGE, 2], [SEVENOAKS, 1]]]
  const listed = async (path: string) => [...(await readSplits(path))].map(([postcode, seats]) => [postcode, ...seats])

  test('from a CSV', async () => {
    expect(await listed(writeRelease('NSUL.csv', header + split + others))).toEqual(expected)
  })

  test('from a zip with a file for each region, across which a postcode may lie, and names beside', async () => {
    const zip = await zipOf({
      'Data/NSUL_SE.csv': header + others + property('TN11 1ZZ', TONBRIDGE).repeat(2),
      'Data/NSUL_LN.csv': header + property('TN11 1ZZ', SEVENOAKS),
      'Data/names.csv': 'PCON24CD,PCON24NM\n',
    })
    expect(await listed(writeRelease('NSUL.zip', zip))).toEqual(expected)
  })

  test('by whatever names the columns have, an odd postcode of Newport too', async () => {
    const rows = [`NPT 1VA,${TONBRIDGE}`, `NPT 1VA,${SEVENOAKS}`, `NPT 1VA,${TONBRIDGE}`, `NPT 1VA,${TONBRIDGE}`]
    for (const [postcode, seat] of [
      ['pcds', 'pcon23cd'],
      ['PCD8', 'PCON'],
      ['pcd7', 'pcon26cd'],
    ]) {
      const path = writeRelease('ONSUD.csv', ['"uprn"', postcode, seat].join(',').concat(`\n1,${rows.join('\n1,')}\n`))
      expect(await listed(path)).toEqual([['NPT1VA', [TONBRIDGE, 3], [SEVENOAKS, 1]]])
    }
  })

  test('with how many lie in each, however few, and a plain list counts none', () =>
    rolledBack(async (ctx) => {
      const rows = property('TN11 1ZZ', TONBRIDGE).repeat(299) + property('TN11 1ZZ', SEVENOAKS)
      await importSplits(ctx, await readSplits(writeRelease('NSUL.csv', header + rows)))
      expect(await lookUpPostcode(ctx, 'TN11 1ZZ', OFF)).toMatchObject({
        status: 'split',
        shares: new Map([
          [TONBRIDGE, 299],
          [SEVENOAKS, 1],
        ]),
      })
      await importSplits(ctx, await parsed(`postcode,code\nTN11 1ZZ,${TONBRIDGE}\nTN11 1ZZ,${SEVENOAKS}\n`))
      const uncounted = await lookUpPostcode(ctx, 'TN11 1ZZ', OFF)
      expect(uncounted).toMatchObject({ status: 'split' })
      expect(uncounted).not.toHaveProperty('shares', expect.anything())
    }))

  test('and one without any says so', async () => {
    await expect(readSplits(writeRelease('NSUL.csv', header + others))).rejects.toThrow(
      'No postcode of the file has properties in two constituencies.',
    )
  })
})

test('a constituency that the directory does not have is refused, and nothing is written', () =>
  rolledBack(async (ctx) => {
    const rows = await parsed(`postcode,code\nTN11 1ZZ,${TONBRIDGE}\nTN11 1ZZ,E14009999\n`)
    await expect(importSplits(ctx, rows)).rejects.toThrow('The directory has no constituency E14009999.')
    expect(await lookUp(ctx, 'TN11 1ZZ')).toEqual(['unavailable'])
  }))

describe('a file of split postcodes is refused in one line:', () => {
  test.each([
    ['an empty one', '', 'The file has no rows.'],
    ['a header alone', 'postcode,code\n', 'The file has no rows.'],
    ['one without the columns', 'pcds,code\nTN11 1ZZ,E14001545\n', 'The file has no column "postcode".'],
    ['what is no postcode', 'postcode,code\nTonbridge,E14001545\n', 'Line 2 has no postcode of the mainland.'],
    ['what is no code', 'postcode,code\nTN11 1ZZ,Tonbridge\n', 'Line 2 has "Tonbridge" for a code.'],
    ['HTML', '<html>\n<a href="x">\n', 'The file is not a CSV of split postcodes: line 2 cannot be read.'],
  ])('%s', (_, text, message) => expect(parsed(text)).rejects.toThrow(message))
})
