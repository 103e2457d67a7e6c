import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { loadSnapshot } from '@/lib/directory/snapshot/load'
import { contextFor } from '@/lib/mailer/process-context'
import { firstLetter, type NamedSeat, searchSeats, seatsByNation, type Town } from './by-name'
import { foldName } from './fold-name'
import { namedSeats } from './searchable-seats'
import { allTowns } from './towns'
import { welshNames } from './welsh-names'

const ctx = () => contextFor({ kind: 'system' })
let seats: NamedSeat[]
let towns: Town[]
beforeAll(async () => {
  await testDatabase()
  await loadSnapshot(ctx())
  seats = await namedSeats(ctx())
  towns = await allTowns(ctx())
})

const found = (typed: string, limit = 8) => searchSeats(seats, typed, limit, towns)
const names = (typed: string, limit = 8) => found(typed, limit).map(({ seat }) => seat.name)
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
    ['by what its islands are called', 'Western Isles', 'Na h-Eileanan an Iar'],
    ['by where its islands lie', 'outer hebrides', 'Na h-Eileanan an Iar'],
    ['by one word of that', 'Hebrides', 'Na h-Eileanan an Iar'],
    ['by islands that it holds', 'Scilly', 'St Ives'],
    ['by their whole name', 'isles of scilly', 'St Ives'],
    ['by its city', 'Derry', 'Foyle'],
    ['by words of both', 'blake westminster', 'Cities of London and Westminster'],
  ])('%s: %s', (_, typed, name) => expect(first(typed)).toBe(name))

  test('by its own name and the name of its MP alike, for all 650', () => {
    const lost = seats.filter(({ name, mp }) => first(name) !== name || (mp && !names(mp.name, 3).includes(name)))
    expect(lost).toEqual([])
  })
})

test('a name that begins with what was typed comes before one that only contains it', () => {
  expect(names('york', 2)).toEqual(['York Central', 'York Outer'])
  expect(first('bath')).toBe('Bath')
})

test('at most the limit is given, and nothing for nothing', () => {
  expect(names('a', 7)).toHaveLength(7)
  expect(names('  ,& ')).toEqual([])
  expect(names('zzz')).toEqual([])
  expect(names('.*(')).toEqual([])
})

describe('a Welsh constituency is found by its name in either language', () => {
  test.each([
    ['Dwyrain Caerdydd', 'Cardiff East'],
    ['de caerdydd', 'Cardiff South and Penarth'],
    ['Bro Morgannwg', 'Vale of Glamorgan'],
    ['gwyr', 'Gower'],
    ['Maldwyn', 'Montgomeryshire and Glyndŵr'],
    ['wrecsam', 'Wrexham'],
    ['anglesey', 'Ynys Môn'],
    ['carmarthen', 'Caerfyrddin'],
  ])('%s', (typed, name) => expect(first(typed)).toBe(name))

  test('every one in the table, by each of its names, and no seat elsewhere', () => {
    const wales = seats.filter(({ nation }) => nation === 'Wales')
    expect(Object.keys(welshNames).filter((code) => !wales.some((seat) => seat.code === code))).toEqual([])
    const lost = wales.flatMap(({ name, also = [] }) => also.filter((other) => first(other) !== name))
    expect(lost).toEqual([])
  })
})

describe('a town', () => {
  test('offers the seats around it, the nearest first, and says that they are only near', () => {
    expect(found('Torquay')[0]).toMatchObject({ seat: { name: 'Torbay' }, near: 'Torquay' })
    expect(found('torqu')[0]).toMatchObject({ seat: { name: 'Torbay' }, near: 'Torquay' })
    expect(found('Torquay')).toHaveLength(4)
    expect(found('Bo’ness')[0]?.near).toBe('Bo’ness')
    expect(found('Lisburn').every(({ seat }) => seat.nation === 'Northern Ireland')).toBe(true)
  })

  test('comes after every seat that bears its name', () => {
    expect(found('Wimbledon')[0]).toMatchObject({ seat: { name: 'Wimbledon' }, near: null })
    expect(found('Stevenage')[0]).toMatchObject({ seat: { name: 'Stevenage' }, near: null })
    expect(found('reading', 4).map(({ near }) => near)).toEqual([null, null, 'Reading', 'Reading'])
  })

  test('that there are several of offers the nearest seat of each before the second of any', () => {
    expect(names('whitchurch', 4)).toEqual(['Bristol South', 'Cardiff North', 'Forest of Dean', 'North Shropshire'])
  })

  test('is among 4,643, each of which offers four seats that there are', () => {
    expect(towns).toHaveLength(4643)
    const codes = new Set(seats.map(({ code }) => code))
    expect(towns.filter(({ near }) => near.length !== 4 || near.some((code) => !codes.has(code)))).toEqual([])
  })
})

describe('slips of the fingers are forgiven', () => {
  test.each([
    ['Middlesborough', 'Middlesbrough and Thornaby East'],
    ['Glocester', 'Gloucester'],
    ['Birmingam Ladywod', 'Birmingham Ladywood'],
    ['Edingburgh South', 'Edinburgh South'],
    ['Wrexam', 'Wrexham'],
    ['Rachel Balke', 'Cities of London and Westminster'],
    ['Torquey', 'Torbay'],
  ])('%s', (typed, name) => expect(names(typed)).toContain(name))

  test('but only where nothing answers as it was typed', () => {
    expect(names('bolston')).toContain('Boston and Skegness')
    expect(names('bolton', 20)).not.toContain('Boston and Skegness')
    expect(names('xylophone')).toEqual([])
  })
})

test('of a name that is no more, the word that the fewest seats have leads on', () => {
  for (const typed of ['Vale of Clwyd', 'Dyffryn Clwyd']) expect(names(typed)).toEqual(['Clwyd East', 'Clwyd North'])
})

test('without scripts the 650 are listed by nation, each once, in the order of their names', () => {
  const groups = seatsByNation([...seats].reverse())
  expect(groups.map(({ nation }) => nation)).toEqual(['England', 'Scotland', 'Wales', 'Northern Ireland'])
  expect(groups.flatMap((group) => group.seats)).toHaveLength(650)
  expect(groups[2]?.seats.at(-1)?.name).toBe('Ynys Môn')
  expect(groups[0]?.seats[0]?.name).toBe('Aldershot')
})

test('towns are handed out by the letter that they are looked up under', () => {
  expect(['Ŵyr', "O'Brien", ' the Mumbles', '&', ''].map(firstLetter)).toEqual(['w', 'o', 't', '', ''])
  const letters = new Set(towns.map(({ name }) => firstLetter(name)))
  expect([...letters].filter((letter) => !/^[a-z]$/.test(letter))).toEqual([])
})
