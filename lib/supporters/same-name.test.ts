import { describe, expect, test } from 'vitest'
import { mayBeSameName } from './same-name'

describe('names that may be one person’s', () => {
  test.each([
    ['Ann Example', 'Ann Exmaple'],
    ['Ann Example', 'Anne Example'],
    ['Ann Example', 'Ann B. Example'],
    ['Ann Example', 'A. Example'],
    ['A.B. Example', 'Ann Beth Example'],
    ['Ann Beth Example', 'Ann Carol Example'],
    ['Ann Example', 'Dr Ann Example'],
    ['Mrs Ann Example', 'Rev. Dr. Ann Example MBE'],
    ['Ann Example', 'Example, Ann'],
    ['Ann Example', 'ann  EXAMPLE'],
    ['Ann Example', 'Ann'],
    ['Anne-Marie Núñez', 'Annemarie Nunez'],
    ['Anne Marie O’Brien', 'Anne-Marie OBrien'],
    ['Jürgen Strauß', 'Jurgen Strauss'],
    ['Catherine Smith', 'Katharine Smith'],
    ['John Smith', 'Jhon Smith'],
    ['Lord Byron', 'Byron'],
    ['J R R Tolkien', 'John Tolkien'],
    ['Mary Ann Example', 'Ann Example'],
  ])('%s and %s', (one, other) => {
    expect([mayBeSameName(one, other), mayBeSameName(other, one)]).toEqual([true, true])
  })
})

describe('names of different people', () => {
  test.each([
    ['Ann Example', 'Ben Example'],
    ['Ann', 'Ben'],
    ['Ben', 'Cem'],
    ['Amara Qxyzabcd Dhillon', 'Bethan Wkjhgfds Boateng'],
    ['Anna Smith', 'Mallory'],
    ['Peter Jones', 'Susan Jones'],
    ['Ann Example', 'B. Example'],
    ['Ann Example', 'Ann Otherwise'],
    ['Mr Example', 'Mrs Otherwise'],
    ['Ann Example', '…'],
  ])('%s and %s', (one, other) => {
    expect([mayBeSameName(one, other), mayBeSameName(other, one)]).toEqual([false, false])
  })
})

test('two names of a hundred letters are compared in as many steps as they have pairs of letters', () => {
  expect(mayBeSameName('x'.repeat(100), 'y'.repeat(100))).toBe(false)
  expect(mayBeSameName('x '.repeat(50), 'y '.repeat(50))).toBe(false)
})
