import { expect, test } from 'vitest'
import type { Seat } from '@/lib/directory/lookup'
import { outcomeLines, postcodesIn } from './outcome-lines'
import { reportLines } from './report-lines'

const seat = (name: string, mp: Seat['mp'] = null): Seat => ({ code: 'E14001172', name, nation: 'England', mp })
const rachel = {
  id: 'row',
  memberId: 5257,
  name: 'Rachel Blake',
  party: 'Labour (Co-op)',
  email: 'a@example.org',
  since: new Date('2024-07-04T00:00:00Z'),
}

test('a postcode that was found is one line with its seat, MP and source', () => {
  const outcome = { status: 'found', postcode: 'SW1A 0AA', source: 'local', terminated: false } as const
  expect(outcomeLines({ ...outcome, seats: [seat('Cities', rachel)] })).toEqual([
    'SW1A 0AA: Cities, E14001172: Rachel Blake, Labour (Co-op) (local)',
  ])
  expect(outcomeLines({ ...outcome, terminated: true, seats: [seat('Cities', { ...rachel, email: null })] })).toEqual([
    'SW1A 0AA: Cities, E14001172: Rachel Blake, Labour (Co-op), no e-mail (local, terminated)',
  ])
})

test('a split postcode lists its seats', () => {
  const outcome = { status: 'split', postcode: 'AA1 1AA', source: 'live', terminated: false } as const
  expect(outcomeLines({ ...outcome, seats: [seat('One'), seat('Two')] })).toEqual([
    'AA1 1AA: split between 2 constituencies (live)',
    '  One, E14001172: vacant',
    '  Two, E14001172: vacant',
  ])
})

test('a split postcode has beside each seat how many properties lie there, where that was counted', () => {
  const seats = [seat('One'), { ...seat('Two'), code: 'E14001173' }]
  const shares = new Map([
    ['E14001172', 1],
    ['E14001173', 1299],
  ])
  expect(
    outcomeLines({ status: 'split', postcode: 'AA1 1AA', source: 'local', terminated: false, seats, shares }).slice(1),
  ).toEqual(['  One, E14001172: vacant; 1 property', '  Two, E14001173: vacant; 1,299 properties'])
})

test('every other outcome is one line', () => {
  const oneLine = [expect.stringMatching(/^AA1 1AA: /)]
  for (const status of ['unknown', 'crown_dependency', 'bfpo'] as const) {
    expect(outcomeLines({ status, postcode: 'AA1 1AA' })).toEqual(oneLine)
  }
  for (const lasting of [true, false]) {
    expect(outcomeLines({ status: 'unavailable', postcode: 'AA1 1AA', lasting })).toEqual(oneLine)
  }
  expect(outcomeLines({ status: 'overseas_territory', postcode: 'AA1 1AA', territory: 'Gibraltar' })).toEqual(oneLine)
  const readings = ['BL0 0AB', 'B10 0AB']
  expect(outcomeLines({ status: 'ambiguous', typed: 'Bl0 0AB', readings })).toEqual([
    '"Bl0 0AB": may be BL0 0AB or B10 0AB',
  ])
  expect(outcomeLines({ status: 'malformed', typed: 'x\n\u001b[2J' })).toEqual(['"x\\n\\u001b[2J": not a postcode'])
})

test('postcodes without quotes are put together again', () => {
  expect(postcodesIn(['SW1A', '0AA', 'm11ae', 'gibberish', 'EC1A 1BB', 'W1A'])).toEqual([
    'SW1A 0AA',
    'm11ae',
    'gibberish',
    'EC1A 1BB',
    'W1A',
  ])
})

test('the report of an import names everyone and ends with the counts', () => {
  const one = { code: 'E1', constituency: 'Seat', name: 'Ann Example', party: 'Independent' }
  const still = { ...one, code: 'E2' }
  const report = { new: [one], changed: [{ ...one, what: ['party' as const] }], left: [one], vacant: [one, still] }
  expect(reportLines({ ...report, unchanged: 640, notNamed: 1 })).toEqual([
    'New: Ann Example, Independent (Seat, E1)',
    'Changed (party): Ann Example, Independent (Seat, E1)',
    'Left: Ann Example, Independent (Seat, E1)',
    'Vacant: Seat, E1',
    '1 new, 1 changed, 1 left, 2 vacant, 640 as before.',
    'The file does not name 1 constituency: left as before.',
  ])
})

test('the Speaker is named without a party', () => {
  const speaker = { code: 'E14001170', constituency: 'Chorley', name: 'Sir Lindsay Hoyle', party: 'Speaker' }
  const report = { new: [speaker], changed: [], left: [], vacant: [], unchanged: 649, notNamed: 0 }
  expect(reportLines(report)[0]).toBe('New: Sir Lindsay Hoyle, the Speaker (no party) (Chorley, E14001170)')
})
