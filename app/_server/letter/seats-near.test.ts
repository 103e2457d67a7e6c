import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { importPostcodes } from '@/lib/directory/postcodes/import-postcodes'
import { readRelease } from '@/lib/directory/postcodes/read-release'
import { writeRelease } from '@/lib/directory/postcodes/testing'
import { loadSnapshot } from '@/lib/directory/snapshot/load'
import { contextFor } from '@/lib/mailer/process-context'
import { rolledBack } from '@/lib/mailer/testing/context'
import { seatsNear } from './seats-near'

const WESTMINSTER = 'E14001172'
const HOLBORN = 'E14001290'
const BATH = 'E14001073'

beforeAll(async () => {
  await testDatabase()
  await loadSnapshot(contextFor({ kind: 'system' }))
})

test('near a boundary the page of either seat offers the other, and no other page, postcode or query does', () =>
  rolledBack(async (ctx) => {
    const rows = [
      `SW1A 0AA,,${WESTMINSTER},530000,180000`,
      `NW1 1AA,,${HOLBORN},530090,180000`,
      `NW1 1AB,,${HOLBORN},531000,180000`,
      `NW1 1AD,202001,${HOLBORN},530000,180000`,
    ]
    const path = writeRelease('NSPL.csv', ['pcds,doterm,pcon24cd,east1m,north1m', ...rows, ''].join('\n'))
    const named = { name: 'NSPL', date: null }
    await importPostcodes(ctx, await readRelease(path), named, { otherBoundaries: false, way: 'confirm' })
    const own = await seatsNear(ctx, 'postcode=sw1a0aa', WESTMINSTER)
    expect(own).toMatchObject({ postcode: 'SW1A 0AA', listed: { code: WESTMINSTER }, others: [{ code: HOLBORN }] })
    const other = await seatsNear(ctx, 'utm_source=x&postcode=SW1A+0AA', HOLBORN)
    expect(other).toMatchObject({ listed: { code: WESTMINSTER }, others: [{ code: WESTMINSTER }] })
    expect(await seatsNear(ctx, 'postcode=London+SW1A+0AA', WESTMINSTER)).toMatchObject({ postcode: 'SW1A 0AA' })
    const none: [query: string, seat: string][] = [
      ['', WESTMINSTER],
      ['postcode=', WESTMINSTER],
      ['postcode=SW1A', WESTMINSTER],
      ['postcode=SW1A+0AA', BATH],
      ['postcode=NW1+1AB', HOLBORN],
      ['postcode=NW1+1AD', HOLBORN],
      ['postcode=LS1+4AP', WESTMINSTER],
      ['postcode=BF1+2AB', WESTMINSTER],
    ]
    for (const [query, seat] of none) expect(await seatsNear(ctx, query, seat), query).toBeNull()
  }))
