import { expect, test } from 'vitest'
import { countNorthernIreland, leaveOutNorthernIreland } from './leave-out-northern-ireland'
import { packPostcodes } from './pack'
import { readRelease } from './read-release'
import { releaseCsv, writeRelease } from './testing'

const ROWS = [
  { postcode: 'LS1 4AP', seat: 'E14001319' },
  { postcode: 'BT1 1AA', seat: 'N05000002' },
  { postcode: 'BT1 1AB', seat: 'N05000002', terminated: '202001' },
  { postcode: 'BT1 1AD', seat: '' },
  { postcode: 'BT99 9ZZ', seat: 'N05000003' },
]

test('a release without Northern Ireland is as one that was read without it', async () => {
  const path = writeRelease('NSPL.csv', releaseCsv(ROWS))
  const read = await readRelease(path)
  expect(countNorthernIreland(read)).toBe(4)
  leaveOutNorthernIreland(read)
  expect(countNorthernIreland(read)).toBe(0)
  const { collected, ...counts } = read
  const { collected: other, ...wanted } = await readRelease(path, undefined, { northernIreland: false })
  expect(counts).toEqual(wanted)
  expect(collected.sectors).toEqual(other.sectors)
  expect(packPostcodes(collected).length).toBeGreaterThan(0)
})
