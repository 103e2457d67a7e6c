import { describe, expect, test } from 'vitest'
import { withoutNorthernIreland } from '@/lib/directory/index-file/counts'
import { packPostcodes } from './pack'
import { openIndex } from './packed-index'
import { readRelease } from './read-release'
import { writeRelease } from './testing'

const [WESTMINSTER, LAMBETH, VAUXHALL] = ['E14001172', 'E14001291', 'E14001550']
const [BELFAST, DOWN] = ['N05000003', 'N05000015']

type Row = [postcode: string, seat: string, one: string, other: string, terminated?: string]

async function marked(header: string, rows: Row[]) {
  const lines = rows.map(([postcode, seat, one, other, terminated = '']) =>
    [postcode, terminated, seat, one, other].join(','),
  )
  const read = await readRelease(writeRelease('NSPL.csv', [`pcds,doterm,pcon24cd,${header}`, ...lines, ''].join('\n')))
  return openIndex(packPostcodes(read.collected))
}

describe('a live postcode is near another seat where one of its live postcodes is within 100 m', () => {
  test.each([
    ['east1m,north1m', ['530000', '180000'], ['530060', '180080'], ['530061', '180080']],
    ['oseast1m,osnrth1m', ['529999', '179999'], ['529999', '180099'], ['529999', '180100']],
    ['lat,long', ['51.500000', '-0.100000'], ['51.500890', '-0.100000'], ['51.500910', '-0.100000']],
    ['Latitude,Longitude', ['58.000000', '-6.000000'], ['58.000000', '-5.998320'], ['58.000000', '-5.998290']],
  ])('by %s', async (header, [one = '', other = ''], [x = '', y = ''], [farX = '', farY = '']) => {
    const near = await marked(header, [
      ['SW1A 0AA', WESTMINSTER, one, other],
      ['SE1 7AA', VAUXHALL, x, y],
    ])
    expect([near.near('SW1A0AA'), near.near('SE17AA'), near.nearCount]).toEqual([[VAUXHALL], [WESTMINSTER], 2])
    const far = await marked(header, [
      ['SW1A 0AA', WESTMINSTER, one, other],
      ['SE1 7AA', VAUXHALL, farX, farY],
    ])
    expect([far.near('SW1A0AA'), far.near('SE17AA'), far.nearCount]).toEqual([[], [], 0])
  })

  test('and of several seats it is near each', async () => {
    const index = await marked('east1m,north1m', [
      ['SW1A 0AA', WESTMINSTER, '530000', '180000'],
      ['SW1A 0AB', WESTMINSTER, '530000', '180000'],
      ['SE1 7AA', VAUXHALL, '530050', '180000'],
      ['SE1 7AB', LAMBETH, '529950', '179990'],
    ])
    for (const postcode of ['SW1A0AA', 'SW1A0AB']) {
      expect([...(index.near(postcode) ?? [])].sort()).toEqual([LAMBETH, VAUXHALL])
    }
    expect(index.near('SE17AA')).toEqual([WESTMINSTER])
  })

  test('a terminated one, one in no seat, and one whose place is not known make none near', async () => {
    const index = await marked('east1m,north1m', [
      ['SW1A 0AA', WESTMINSTER, '530000', '180000'],
      ['SE1 7AA', VAUXHALL, '530000', '180000', '202001'],
      ['IM1 1AA', 'M99999999', '530000', '180000'],
      ['SE1 7AB', '', '530000', '180000'],
      ['SE1 7AD', VAUXHALL, '', ''],
    ])
    expect([index.near('SW1A0AA'), index.near('SE17AA'), index.near('SE17AD')]).toEqual([[], null, []])
    expect(index.near('SE17ZZ')).toBeNull()
  })

  test('the Irish Grid is another than that of Great Britain', async () => {
    const index = await marked('east1m,north1m', [
      ['SW1A 0AA', WESTMINSTER, '333000', '374000'],
      ['BT1 1AA', BELFAST, '333000', '374000'],
      ['BT1 1AB', DOWN, '333010', '374000'],
    ])
    expect([index.near('SW1A0AA'), index.near('BT11AA'), index.near('BT11AB')]).toEqual([[], [DOWN], [BELFAST]])
  })
})

test('a release without positions says nothing of what is near', async () => {
  const index = await marked('lad25cd,ctry25cd', [['SW1A 0AA', WESTMINSTER, '', '']])
  expect([index.near('SW1A0AA'), index.nearCount]).toEqual([null, null])
})

test('positions that thousands of postcodes share are of no place', async () => {
  const units = [...'ABDEFGHJLNPQRSTUWXYZ'].flatMap((a) => [...'ABDEFGHJLNPQRSTUWXYZ'].map((b) => a + b))
  const rows = Array.from({ length: 14 }, (_, at) =>
    units.map((unit): Row => [`M${at + 1} 1${unit}`, at % 2 ? WESTMINSTER : LAMBETH, '400000', '400000']),
  ).flat()
  expect((await marked('east1m,north1m', rows)).nearCount).toBe(0)
})

test('what is near is kept where the postcodes of Northern Ireland are left out', async () => {
  const index = await marked('east1m,north1m', [
    ['SW1A 0AA', WESTMINSTER, '530000', '180000'],
    ['BT1 1AA', BELFAST, '333000', '374000'],
    ['SE1 7AA', VAUXHALL, '530000', '180000'],
    ['SE1 8AA', VAUXHALL, '540000', '180000'],
  ])
  const less = openIndex(withoutNorthernIreland(index))
  expect([less.near('SW1A0AA'), less.near('SE17AA'), less.near('SE18AA'), less.nearCount]).toEqual([
    [VAUXHALL],
    [WESTMINSTER],
    [],
    2,
  ])
})

test('what is near agrees with a count of every pair, in a thousand postcodes at random', async () => {
  const seats = [WESTMINSTER, LAMBETH, VAUXHALL]
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  const units = [...'ABDEFGHJLN'].flatMap((a) => [...'ABDEFGHJLN'].map((b) => a + b))
  const rows = Array.from({ length: 10 }, (_, digit) =>
    units.map(
      (unit): Row => [
        `M1 ${digit}${unit}`,
        seats[random(3)] ?? '',
        `${400_000 + random(2000)}`,
        `${300_000 + random(2000)}`,
      ],
    ),
  ).flat()
  const index = await marked('east1m,north1m', rows)
  for (const [postcode, seat, x, y] of rows) {
    const near = rows.filter(
      (row) => row[1] !== seat && Math.hypot(Number(row[2]) - Number(x), Number(row[3]) - Number(y)) <= 100,
    )
    const expected = [...new Set(near.map(([, code]) => code))].sort()
    expect([...(index.near(postcode.replace(' ', '')) ?? [])].sort(), postcode).toEqual(expected)
  }
})
