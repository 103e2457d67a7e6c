import { expect, test } from 'vitest'
import { electionCells, electionColumns, electionDays, majorityWords } from './majorities'

const election = {
  majority: 1240,
  turnout: 40_000,
  electorate: 70_000,
  held: '2024-07-04',
  title: '2024 General Election',
}

test('a majority is said in votes, with its share of the valid votes where they are known', () => {
  expect(majorityWords(election)).toBe('1,240 (3%)')
  expect(majorityWords({ ...election, turnout: null })).toBe('1,240')
  expect(majorityWords({ ...election, majority: 0 })).toBe('0 (0%)')
  expect(majorityWords(null)).toBe('not known')
})

test.each([
  [[election, election], 'Of 2 seats it was on 4 July 2024.'],
  [
    [{ ...election, held: '2026-11-19' }, election, election, null],
    'Of 2 seats it was on 4 July 2024, of 1 seat on another day. Of 1 seat it is not known.',
  ],
  [[null, null], 'Of 2 seats it is not known.'],
  [[], ''],
])('the days of the elections are said (%#)', (elections, words) => {
  expect(electionDays(elections.map((one) => ({ election: one })))).toBe(words)
})

test('a file says of each majority what it is, and is empty where it is not known', () => {
  const from =
    'at the last election of this seat, 4 July 2024, by UK Parliament. Contains Parliamentary information licensed under the Open Parliament Licence v3.0.'
  expect(electionCells(election)).toEqual([1240, '3.10', 40_000, 70_000, '2024-07-04', '2024 General Election', from])
  expect(electionCells({ ...election, turnout: null, electorate: null, title: null })).toEqual([
    1240,
    '',
    '',
    '',
    '2024-07-04',
    '',
    from,
  ])
  expect(electionCells(null)).toEqual(electionColumns.map(() => ''))
})
