import { afterAll, beforeAll, expect, test } from 'vitest'
import { postcodeFacts } from '@/db/schema/index'
import { testDatabase } from '@/db/testing'
import { contextFor } from '@/lib/mailer/process-context'
import { rolledBack } from '@/lib/mailer/testing/context'
import { setSwitch } from '@/lib/staff/set-switch'
import { type PlayedSources, playSources } from './live/testing'
import { placePostcode } from './place-postcode'
import { importPostcodes } from './postcodes/import-postcodes'
import { readRelease } from './postcodes/read-release'
import { writeRelease } from './postcodes/testing'
import { notePostcodesChanged } from './postcodes/version'
import { loadSnapshot } from './snapshot/load'

const WESTMINSTER = 'E14001172'
const HOLBORN = 'E14001290'
const ABERAFAN = 'W07000081'
const SEVENOAKS = 'E14001465'
const OFF = { membersApiUrl: null, postcodesApiUrl: null }

let played: PlayedSources
beforeAll(async () => {
  await testDatabase()
  await loadSnapshot(contextFor({ kind: 'system' }))
  played = await playSources({ BR87RE: { names: ['Sevenoaks'], code: SEVENOAKS } })
})
afterAll(() => played.close())

test.each([
  ['SW1A 0AA', WESTMINSTER, { kind: 'inside', seats: [] }],
  ['sw1a0aa', HOLBORN, { kind: 'elsewhere', seats: [{ code: WESTMINSTER }], beside: true }],
  ['SW1A 0AA', ABERAFAN, { kind: 'elsewhere', seats: [{ code: WESTMINSTER }], beside: false }],
  ['SW1A 0AA', 'E99999999', { kind: 'elsewhere', beside: false }],
  ['BR8 7RE', SEVENOAKS, { kind: 'inside-live', seats: [] }],
  ['BR8 7RE', WESTMINSTER, { kind: 'elsewhere-live', seats: [{ code: SEVENOAKS }], beside: false }],
  ['ZZ9 9ZZ', WESTMINSTER, { kind: 'unknown' }],
  ['JE2 3AB', WESTMINSTER, { kind: 'crown_dependency' }],
  ['IM1 1AA', WESTMINSTER, { kind: 'crown_dependency' }],
  ['BFPO 57', WESTMINSTER, { kind: 'bfpo' }],
  ['BF1 2AB', WESTMINSTER, { kind: 'bfpo' }],
  ['', WESTMINSTER, { kind: 'malformed' }],
])('%s and the seat %s', (postcode, seat, expected) =>
  rolledBack(async (ctx) => {
    expect(await placePostcode(ctx, postcode, seat, played)).toMatchObject(expected)
  }),
)

test('a postcode that a boundary runs through is inside each of its seats, and beside what lies next to one of them', () =>
  rolledBack(async (ctx) => {
    await ctx.db.insert(postcodeFacts).values(
      [WESTMINSTER, SEVENOAKS].map((constituencyCode) => ({
        postcode: 'TN111ZZ',
        constituencyCode,
      })),
    )
    await notePostcodesChanged(ctx)
    const placed = (seat: string) => placePostcode(ctx, 'TN11 1ZZ', seat, OFF)
    expect(await placed(WESTMINSTER)).toMatchObject({ kind: 'inside', seats: [{ code: SEVENOAKS }] })
    expect(await placed(SEVENOAKS)).toMatchObject({ kind: 'inside', seats: [{ code: WESTMINSTER }] })
    expect(await placed(HOLBORN)).toMatchObject({ kind: 'elsewhere', beside: true })
    expect(await placed(ABERAFAN)).toMatchObject({ kind: 'elsewhere', beside: false })
  }))

test('a postcode that is no longer in use says so, and is in its seat all the same', () =>
  rolledBack(async (ctx) => {
    await ctx.db.insert(postcodeFacts).values({ postcode: 'TN111ZZ', constituencyCode: SEVENOAKS, terminated: true })
    await notePostcodesChanged(ctx)
    expect(await placePostcode(ctx, 'TN11 1ZZ', SEVENOAKS, OFF)).toMatchObject({ kind: 'inside', terminated: true })
    expect(await placePostcode(ctx, 'TN11 1ZZ', HOLBORN, OFF)).toMatchObject({ kind: 'elsewhere', terminated: true })
    expect(await placePostcode(ctx, 'SW1A 0AA', WESTMINSTER, OFF)).toMatchObject({ terminated: false })
  }))

test('what nobody could be asked about was not looked up', () =>
  rolledBack(async (ctx) => {
    const failing = { ...played, membersApiUrl: 'http://127.0.0.1:9', postcodesApiUrl: 'http://127.0.0.1:9' }
    expect(await placePostcode(ctx, 'BR8 7RE', SEVENOAKS, failing)).toEqual({ kind: 'not-looked-up' })
    expect(await placePostcode(ctx, 'BR8 7RE', SEVENOAKS, OFF)).toEqual({ kind: 'not-looked-up' })
    await setSwitch(ctx, { name: 'live-look-ups', on: false })
    expect(await placePostcode(ctx, 'BR8 7RE', SEVENOAKS, played)).toEqual({ kind: 'not-looked-up' })
  }))

test('with a release that says where postcodes are, a live one goes with the seats near it, and not with all beside its own', () =>
  rolledBack(async (ctx) => {
    const rows = [
      `SW1A 0AA,,${WESTMINSTER},530000,180000`,
      `SW1A 0AB,,${WESTMINSTER},530500,180000`,
      `SW1A 0AD,202001,${WESTMINSTER},530000,180000`,
      `NW1 1AA,,${HOLBORN},530090,180000`,
    ]
    const path = writeRelease('NSPL.csv', ['pcds,doterm,pcon24cd,east1m,north1m', ...rows, ''].join('\n'))
    const named = { name: 'NSPL', date: null }
    await importPostcodes(ctx, await readRelease(path), named, { otherBoundaries: false, way: 'confirm' })
    const placed = (postcode: string, seat: string) => placePostcode(ctx, postcode, seat, OFF)
    expect(await placed('SW1A 0AA', HOLBORN)).toMatchObject({ kind: 'near', seats: [{ code: WESTMINSTER }] })
    expect(await placed('NW1 1AA', WESTMINSTER)).toMatchObject({ kind: 'near', seats: [{ code: HOLBORN }] })
    expect(await placed('SW1A 0AA', WESTMINSTER)).toMatchObject({ kind: 'inside', seats: [] })
    expect(await placed('SW1A 0AB', HOLBORN)).toMatchObject({ kind: 'elsewhere', beside: false })
    expect(await placed('SW1A 0AD', HOLBORN)).toMatchObject({ kind: 'elsewhere', beside: true })
  }))
