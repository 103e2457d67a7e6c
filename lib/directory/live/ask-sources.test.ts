import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Seat } from '@/lib/directory/seat'
import { askSources, type LiveResult } from './ask-sources'
import { failures, type PlayedSources, playSources } from './testing'
import { runOutWhenQuiet } from './testing-time'

const seat = (code: string, name: string): Seat => ({ code, name, nation: 'England', mp: null })
const sevenoaks = seat('E14001465', 'Sevenoaks')
const inverness = seat('S14000094', 'Inverness, Skye and West Ross-shire')
const ynysMon = seat('W07000112', 'Ynys Môn')
const seats = [sevenoaks, inverness, ynysMon, seat('E14001172', 'Cities of London and Westminster')]

let played: PlayedSources
// Played anew for each test: what one makes fail must not open the breaker for the next.
beforeEach(async () => {
  played = await playSources({
    BR87RE: { names: ['Sevenoaks'], code: 'E14001465' },
    IV11ZZ: { names: ['Inverness Skye & West Ross-shire'], code: 'S14000094' },
    LL111ZZ: { names: ['Ynys Mon'], code: 'W07000112' },
    TN111ZZ: { names: ['Sevenoaks', 'Ynys Môn'], code: 'E14001465' },
    OLD11ZZ: { names: ['A seat of other boundaries'], code: 'E14000999' },
    OLD21ZZ: { names: ['Sevenoaks', 'A seat of other boundaries'], code: 'E14001465' },
    PAGE11ZZ: { names: ['Sevenoaks', 'Ynys Môn', 'C', 'D', 'E', 'F'], code: null },
    AB10AA: 'terminated',
    GY11AA: { names: [], code: 'L99999999' },
    N1P3TN: { names: [], code: null },
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  return played.close()
})

const ask = (compact: string, other: Partial<PlayedSources> = {}): Promise<LiveResult> =>
  askSources({ ...played, ...other }, compact, seats)

describe('the Members API', () => {
  test('is asked first, and alone when it names a seat', async () => {
    expect(await ask('BR87RE')).toEqual({ kind: 'seats', seats: [sevenoaks] })
    expect(played.asked).toEqual(['/members/api/Location/Constituency/Search?searchText=BR87RE'])
  })

  test('is understood whatever it does with accents, commas and "and"', async () => {
    expect(await ask('IV11ZZ')).toEqual({ kind: 'seats', seats: [inverness] })
    expect(await ask('LL111ZZ')).toEqual({ kind: 'seats', seats: [ynysMon] })
  })

  test('may name several seats, for the supporter to choose from', async () => {
    expect(await ask('TN111ZZ')).toEqual({ kind: 'seats', seats: [sevenoaks, ynysMon] })
  })

  test('is not believed when it names a seat of other boundaries, alone or beside one of ours', async () => {
    expect(await ask('OLD11ZZ')).toEqual({ kind: 'unavailable' })
    expect(await ask('OLD21ZZ', { postcodesApiUrl: '' })).toEqual({ kind: 'unavailable' })
  })

  test('is not believed when it answers with a page of constituencies', async () => {
    expect(await ask('PAGE11ZZ')).toEqual({ kind: 'unknown', unsure: true })
    expect(played.asked).toHaveLength(2)
  })
})

describe('postcodes.io', () => {
  test('is asked when the Members API does not know the postcode', async () => {
    expect(await ask('N1P3TN')).toEqual({ kind: 'unknown', unsure: false })
    expect(played.asked.at(-1)).toBe('/postcodes-io/postcodes/N1P3TN')
  })

  test.each(failures)('is asked when the Members API fails: %s', async (failure) => {
    runOutWhenQuiet(played)
    played.failing.members = failure
    expect(await ask('BR87RE')).toEqual({ kind: 'seats', seats: [sevenoaks] })
    expect(played.asked).toHaveLength(2)
  })

  test('knows of terminated postcodes and places without a seat, but places them nowhere', async () => {
    expect(await ask('AB10AA')).toEqual({ kind: 'unknown', unsure: false })
    expect(await ask('GY11AA')).toEqual({ kind: 'unknown', unsure: false })
  })
})

test.each(failures)('when both fail, no third party shows through: %s', async (failure) => {
  runOutWhenQuiet(played)
  played.failing = { members: failure, postcodes: failure }
  expect(await ask('BR87RE')).toEqual({ kind: 'unavailable' })
})

test('when one fails and the other has no such postcode, it is unknown', async () => {
  played.failing.members = 'status 500'
  expect(await ask('ZZ11ZZ')).toEqual({ kind: 'unknown', unsure: true })
})

test('a source that is off is not asked, and with both off nothing is known', async () => {
  expect(await askSources({ membersApiUrl: null, postcodesApiUrl: played.postcodesApiUrl }, 'BR87RE', seats)).toEqual({
    kind: 'seats',
    seats: [sevenoaks],
  })
  expect(played.asked).toEqual(['/postcodes-io/postcodes/BR87RE'])
  expect(await askSources({ membersApiUrl: null, postcodesApiUrl: null }, 'BR87RE', seats)).toEqual({
    kind: 'unknown',
    unsure: true,
  })
})

test('an address with a slash at its end, or where nobody listens, does no harm', async () => {
  expect(await ask('BR87RE', { membersApiUrl: `${played.membersApiUrl}/` })).toEqual({
    kind: 'seats',
    seats: [sevenoaks],
  })
  const nowhere = { membersApiUrl: 'http://127.0.0.1:9', postcodesApiUrl: 'http://nowhere.invalid' }
  expect(await ask('BR87RE', nowhere)).toEqual({ kind: 'unavailable' })
})

test('two sources that say nothing cost 4 seconds, within the 5 that a supporter is kept waiting', async () => {
  const time = runOutWhenQuiet(played)
  played.failing = { members: 'silence', postcodes: 'stall' }
  expect(await ask('BR87RE')).toEqual({ kind: 'unavailable' })
  expect(time.passedMs()).toBe(4000)
})
