import { expect, test } from 'vitest'
import { LEFT_OUT, responseToStore } from './response-to-store'

const person = ['Zoë O’Neill-Smith', 'zoe.oneill@example.org', 'SW1A 0AA']

test('the beginning of an answer is kept, on one line', () => {
  expect(responseToStore('<h1>\n  Not found </h1>\u0000', person)).toBe('<h1> Not found </h1>')
  expect(responseToStore('x'.repeat(3000), person)).toBe('x'.repeat(200))
  expect(responseToStore('😀'.repeat(300), person)).toBe('😀'.repeat(200))
})

test.each([
  'No list for zoe.oneill@example.org',
  'No list for ZOE.ONEILL@EXAMPLE.ORG',
  'zoe.oneill is unknown',
  'bad postcode sw1a0aa',
  'bad postcode SW1A+0AA',
  'who is Zoe?',
  '{"name":"Zo\\u00eb O\\u2019Neill-Smith"}',
  'email=zoe.oneill%40example.org',
  'Zo&#235; O&#x2019;Neill-Smith',
  'ONEILLSMITH',
])('an answer that repeats what was sent (%s) is left out whole', (answer) => {
  expect(responseToStore(answer, person)).toBe(LEFT_OUT)
})

test('an answer to a message that names nobody is kept', () => {
  expect(responseToStore('No such id', [])).toBe('No such id')
})

test('what is no character is no reason to fail', () => {
  expect(responseToStore('&#x110000; &#9999999; \\ud800 %ff', ['Anna'])).toBe('&#x110000; &#9999999; \\ud800 %ff')
})
