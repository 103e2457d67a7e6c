import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inUnbrokenPieces } from './unbroken'

test.each([
  ['Check your e-mail', ['Check your ', 'e-mail', '']],
  ['E-mails end on 6 October 2020.', ['', 'E-mails', ' end on ', '6 October', ' 2020.']],
  ['14:05 on 27 November, by e-mail', ['14:05 on ', '27 November', ', by ', 'e-mail', '']],
  ['Write to three-mail@example.org', ['Write to three-mail@example.org']],
  ['1 Sample Street, London N1 1AA.', ['', '1 Sample', ' Street, London ', 'N1 1AA', '.']],
  [', 12b St Anne’s Road.', [', 12b St Anne’s Road.']],
  ['of Example, 12b High Street.', ['of Example, ', '12b High', ' Street.']],
  ['3 people on that road', ['3 people on that road']],
  ['In 2020 October was wet', ['In 2020 October was wet']],
  ['', ['']],
])('%s: every second piece stays on one line', (text, pieces) => {
  expect(inUnbrokenPieces(text)).toEqual(pieces)
})

test('nothing is lost of any text', () => {
  const word = fc.oneof(fc.string(), fc.constantFrom('e-mail', 'E-MAILS', '27 ', 'November', 'SW1A ', '0AA', ' ', '-'))
  fc.assert(
    fc.property(fc.array(word), (words) => {
      expect(inUnbrokenPieces(words.join('')).join('')).toBe(words.join(''))
    }),
  )
})
