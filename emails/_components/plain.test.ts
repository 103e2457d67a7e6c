import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { greeting, mpTitle, paragraphsOf, plainLine, plainText, safeSubject, shortSubject } from './plain'

describe('plainLine', () => {
  test('leaves nothing that could start a new header', () => {
    expect(plainLine('Jane\r\nBcc: all@example.com\u2028X\u0085Y\u0000')).toBe('Jane Bcc: all@example.com X Y')
  })

  test('drops direction overrides and isolates, and keeps letters of every script', () => {
    expect(plainLine('\u202eenaJ\u202c \u2066Ana\u2069 Nørgård 李 محمد')).toBe('enaJ Ana Nørgård 李 محمد')
  })

  test('cuts at whole characters', () => {
    expect(plainLine('🙂🙂🙂🙂', 3)).toBe('🙂🙂…')
    expect(plainLine('half \ud83d a character')).toBe('half a character')
  })
})

test('plainText keeps line ends, as newlines, and no other control character', () => {
  expect(plainText('a\r\nb\rc\nd\te\u0007\u001b[31m')).toBe('a\nb\nc\nd e[31m')
})

test('paragraphsOf parts at empty lines and keeps single line ends inside', () => {
  expect(paragraphsOf('\n\nOne  \nmore\n \n\n\nTwo\n')).toEqual(['One\nmore', 'Two'])
})

test('paragraphsOf loses no word, whatever stands between the words', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\t', '\n', '\r', '\u0085'), maxLength: 40 })
  fc.assert(
    fc.property(text, (typed) => {
      const paragraphs = paragraphsOf(typed)
      expect(plainLine(paragraphs.join(' '))).toBe(plainLine(typed))
      for (const paragraph of paragraphs) expect(paragraph).toMatch(/^[^\n]*[^\s](\n[^\n]*[^\s])*$/)
    }),
  )
})

describe('shortSubject', () => {
  test('takes the first that is under 60 characters', () => {
    expect(shortSubject(`Confirm your letter to ${'x'.repeat(60)}`, 'Confirm your letter')).toBe('Confirm your letter')
  })

  test('cuts when none is', () => {
    expect(shortSubject('y'.repeat(80))).toHaveLength(59)
  })
})

test('safeSubject keeps a long subject of a supporter on one line', () => {
  expect(safeSubject(`Ceasefire\r\nnow ${'z'.repeat(105)}`)).toBe(`Ceasefire now ${'z'.repeat(105)}`)
})

describe('greeting', () => {
  test('greets by name, whatever its punctuation', () => {
    expect(greeting("Dr. J. O'Neill-Smith")).toBe("Hello Dr. J. O'Neill-Smith,")
  })

  test.each(['Win at evil.example', 'http://x', 'www.evil', 'a@b', 'x'.repeat(71), ' \n '])(
    'does not pass on %j',
    (name) => {
      expect(greeting(name)).toBe('Hello,')
    },
  )
})

test('mpTitle adds MP once, and does without a name', () => {
  expect([mpTitle('Rachel Blake'), mpTitle('Rachel Blake MP'), mpTitle(null)]).toEqual([
    'Rachel Blake MP',
    'Rachel Blake MP',
    'your MP',
  ])
})
