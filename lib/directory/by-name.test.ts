import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { groupedSeats, type NamedSeat, searchSeats } from './by-name'
import { foldName } from './fold-name'
import { parseSnapshot } from './snapshot/parse'

const file = readFileSync(new URL('./snapshot/constituencies.csv', import.meta.url), 'utf8')
const seats: NamedSeat[] = parseSnapshot(file).map(({ code, name, nation, member }) => ({
  code,
  name,
  nation,
  mp: member,
}))
const names = (typed: string, limit = 3) => searchSeats(seats, typed, limit).map(({ name }) => name)
const first = (typed: string) => names(typed, 1)[0]

test('no two constituencies have the same folded name, so that a live answer by name is exact', () => {
  expect(new Set(seats.map(({ name }) => foldName(name))).size).toBe(650)
})

describe('a constituency is found', () => {
  test.each([
    ['without its accents', 'ynys mon', 'Ynys Môn'],
    ['with them', 'Ynys Môn', 'Ynys Môn'],
    ['with accents typed as two characters', 'Ynys Mo\u0302n', 'Ynys Môn'],
    ['by a word without its accent', 'glyndwr', 'Montgomeryshire and Glyndŵr'],
    ['with & for "and"', 'montgomeryshire & glyndŵr', 'Montgomeryshire and Glyndŵr'],
    ['without "and" and commas', 'inverness skye west ross', 'Inverness, Skye and West Ross-shire'],
    ['with its hyphens as spaces', 'stratford on avon', 'Stratford-on-Avon'],
    ['by begun words', 'cit of lon', 'Cities of London and Westminster'],
    ['by words in another order', 'westminster london', 'Cities of London and Westminster'],
    ['with Saint written out', 'holborn and saint pancras', 'Holborn and St Pancras'],
    ['from the middle of a word', 'deenshire', 'Aberdeenshire North and Moray East'],
    ['by its MP', 'rachel blake', 'Cities of London and Westminster'],
    ["by its MP's last name", 'burnham', 'Makerfield'],
    ["by its MP's name without accents", 'orfhlaith begley', 'West Tyrone'],
    ["by its MP's name without the apostrophe", 'neil obrien', 'Harborough, Oadby and Wigston'],
    ['by words of both', 'blake westminster', 'Cities of London and Westminster'],
  ])('%s: %s', (_, typed, name) => expect(first(typed)).toBe(name))

  test('by its own name and the name of its MP alike, for all 650', () => {
    const lost = seats.filter(({ name, mp }) => first(name) !== name || (mp && !names(mp.name, 3).includes(name)))
    expect(lost).toEqual([])
  })
})

test('a name that begins with what was typed comes before one that only contains it', () => {
  expect(names('york', 2)).toEqual(['York Central', 'York Outer'])
  expect(names('bath', 2)[0]).toBe('Bath')
})

test('at most the limit is given, and nothing for nothing', () => {
  expect(names('a', 7)).toHaveLength(7)
  expect(names('  ,& ')).toEqual([])
  expect(names('zzz')).toEqual([])
  expect(names('.*(')).toEqual([])
})

test('a search takes less than a frame', () => {
  searchSeats(seats, 'warm', 10)
  const start = performance.now()
  for (let at = 0; at < 50; at++) searchSeats(seats, 'north east s', 10)
  expect((performance.now() - start) / 50).toBeLessThan(16)
})

test('without scripts the 650 are listed by nation and letter, each once', () => {
  const groups = groupedSeats(seats)
  expect(groups.map(({ nation }) => nation)).toEqual(['England', 'Scotland', 'Wales', 'Northern Ireland'])
  expect(groups.flatMap(({ letters }) => letters.flatMap((group) => group.seats))).toHaveLength(650)
  const wales = groups[2]?.letters.map(({ letter }) => letter)
  expect(wales).toEqual([...(wales ?? [])].sort())
  expect(groups[2]?.letters.at(-1)?.seats.map(({ name }) => name)).toEqual(['Ynys Môn'])
})
