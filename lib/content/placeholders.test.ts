import { describe, expect, test } from 'vitest'
import { betweenPlaceholders, fillPlaceholders, unknownPlaceholders } from './placeholders'

describe('placeholders that a letter cannot hold are found', () => {
  test.each([
    ['I live in {constituency}, in {nation}, and write to {mp}.', []],
    ['{mp}{constituency}', []],
    ['Dear {name}', ['{name}']],
    ['{MP} and { mp }', ['{MP}', '{ mp }']],
    ['{{mp}}', ['{{mp}}']],
    ['{mp', ['{']],
    ['mp}', ['}']],
    ['{}', ['{}']],
    ['{constituency} {town} {mp}', ['{town}']],
  ])('%s', (text, unknown) => expect(unknownPlaceholders(text)).toEqual(unknown))
})

test('values are put in as they are, and not read again', () => {
  const values = { mp: '{nation} $& $1', constituency: 'Ynys Môn', nation: 'Wales' }
  expect(fillPlaceholders('{mp}, {constituency}, {mp}', values)).toBe('{nation} $& $1, Ynys Môn, {nation} $& $1')
})

test('the text between placeholders is given in order', () => {
  expect(betweenPlaceholders('{mp} speaks for {constituency}.')).toEqual(['', ' speaks for ', '.'])
})
