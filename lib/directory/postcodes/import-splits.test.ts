import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { lookUpPostcode } from '@/lib/directory/lookup'
import { loadSnapshot } from '@/lib/directory/snapshot/load'
import { contextFor } from '@/lib/mailer/process-context'
import { rolledBack } from '@/lib/mailer/testing/context'
import { importPostcodes } from './import-postcodes'
import { importSplits } from './import-splits'
import { readRelease } from './read-release'
import { parseSplitRows } from './split-rows'
import { releaseCsv, writeRelease } from './testing'

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
    const rows = parseSplitRows(`postcode,code\nTN11 1ZZ,${TONBRIDGE}\ntn111zz,${SEVENOAKS}\n`)
    expect(await importSplits(ctx, rows)).toEqual({ split: 1, single: 0 })
    expect(await lookUp(ctx, 'TN11 1ZZ')).toEqual(['split', SEVENOAKS, TONBRIDGE])
    expect(await lookUpPostcode(ctx, 'TN11 1ZZ', OFF)).toMatchObject({ source: 'local', terminated: true })
  }))

test('a later file changes what it names and leaves the rest, and can say that one is split no more', () =>
  rolledBack(async (ctx) => {
    const both = (postcode: string) => `${postcode},${TONBRIDGE}\n${postcode},${SEVENOAKS}\n`
    await importSplits(ctx, parseSplitRows(`postcode,code\n${both('TN11 1ZZ')}${both('TN11 1ZY')}`))
    const report = await importSplits(ctx, parseSplitRows(`code,postcode,note\n${TONBRIDGE},TN11 1ZZ,settled\n`))
    expect(report).toEqual({ split: 0, single: 1 })
    expect(await lookUp(ctx, 'TN11 1ZZ')).toEqual(['found', TONBRIDGE])
    expect(await lookUp(ctx, 'TN11 1ZY')).toEqual(['split', SEVENOAKS, TONBRIDGE])
  }))

test('a constituency that the directory does not have is refused, and nothing is written', () =>
  rolledBack(async (ctx) => {
    const rows = parseSplitRows(`postcode,code\nTN11 1ZZ,${TONBRIDGE}\nTN11 1ZZ,E14009999\n`)
    await expect(importSplits(ctx, rows)).rejects.toThrow('The directory has no constituency E14009999.')
    expect(await lookUp(ctx, 'TN11 1ZZ')).toEqual(['unknown'])
  }))

describe('a file of split postcodes is refused in one line:', () => {
  test.each([
    ['an empty one', '', 'The file has no rows.'],
    ['a header alone', 'postcode,code\n', 'The file has no rows.'],
    ['one without the columns', 'pcds,code\nTN11 1ZZ,E14001545\n', 'The file has no column "postcode".'],
    ['what is no postcode', 'postcode,code\nTonbridge,E14001545\n', 'Line 2 has no postcode of the mainland.'],
    ['what is no code', 'postcode,code\nTN11 1ZZ,Tonbridge\n', 'Line 2 has "Tonbridge" for a code.'],
    ['HTML', '<html>\n<a href="x">\n', 'The file is not a CSV of split postcodes: line 2 cannot be read.'],
  ])('%s', (_, text, message) => expect(() => parseSplitRows(text)).toThrow(message))
})
