import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stepsOf } from '@/lib/kernel/testing/steps'
import { internalLinks, plainOf, readRichText, richTextFaults } from './rich-text'

const text = (words: string) => ({ kind: 'text', text: words })

describe('formatted text', () => {
  test('has paragraphs, emphasis, links and lists', () => {
    expect(readRichText('One *two* **three** [four](https://example.org/a?b=1).\n\n- a\n\n- b\n\n1. c')).toEqual([
      {
        kind: 'paragraph',
        parts: [
          text('One '),
          { kind: 'emphasis', parts: [text('two')] },
          text(' '),
          { kind: 'strong', parts: [text('three')] },
          text(' '),
          { kind: 'link', href: 'https://example.org/a?b=1', parts: [text('four')] },
          text('.'),
        ],
      },
      { kind: 'list', ordered: false, items: [[text('a')], [text('b')]] },
      { kind: 'list', ordered: true, items: [[text('c')]] },
    ])
  })

  test.each([
    'Its offensive [1], and [2].',
    'A line with <script>alert(1)</script> in it',
    '<img src=x onerror=alert(1)>',
    '# no heading',
    '> no quotation',
    '`no code`',
    'an&amp;b',
  ])('shows %j in one paragraph, with nothing of it lost', (typed) => {
    const [block, ...more] = readRichText(typed)
    expect(more).toEqual([])
    expect(block?.kind).toBe('paragraph')
    expect(plainOf(typed)).toBe(typed.replace('&amp;', '&'))
  })

  test('is plain words in an e-mail', () => {
    expect(plainOf('See **this** [page](https://example.org).\n\n- one\n- two')).toBe('See this page.\n\n• one\n• two')
  })
})

describe('what could run something', () => {
  test.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](  javascript:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](java&#x0A;script:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](vbscript:x)',
    '[x](//evil.example/)',
    '[x](/\\evil.example/)',
    '<javascript:alert(1)>',
    '<data:text/html,x>',
  ])('%j is no link, and staff are told', (typed) => {
    expect(JSON.stringify(readRichText(typed))).not.toContain('"link"')
    expect(richTextFaults(typed).join()).toContain('does not work here')
  })

  test.each(['a <script>x</script>', '<b>x</b>', '<svg onload=x>'])('%j is told to be shown as typed', (typed) => {
    expect(richTextFaults(typed)).toEqual([expect.stringContaining('HTML is shown as it is typed')])
  })

  test.each([
    '[x](https://example.org)',
    '[x](mailto:a@example.org)',
    '[x](tel:+441)',
    '[x](/privacy)',
    '3 < 4 > 2',
    '[1]',
    '',
  ])('%j is sound', (typed) => expect(richTextFaults(typed)).toEqual([]))
})

test('links within the site are found', () => {
  expect(internalLinks('[a](/privacy) [b](https://example.org) [c](#asks)')).toEqual(['/privacy', '#asks'])
})

/** What readers of Markdown are slow at, or fall over. */
const HARD = [
  ...['- ', '1. ', '\t- ', '- a\n', '- a\nb\n', '-\n', 'a\n- \n', '  - a\n      - b\n', '> ', '# ', '| a '],
  ...['**a* ', '*a_ ', '*a **b ', '*', '_a __', 'a**b', '***a', '~~', '`', '`a``b```c'],
  ...[
    '[',
    '![',
    ']',
    '[a](',
    '[a](<b',
    '[a](b "',
    '[a](b) ',
    '[a][b]',
    '[a]: b\n',
    '<',
    '<a@',
    '<a ',
    '&',
    '&amp',
    '\\[',
  ],
]

describe('text that is hard to read', () => {
  const hard = fc.array(fc.tuple(fc.constantFrom(...HARD), fc.constantFrom(1, 5, 60)), { minLength: 1, maxLength: 12 })

  test('is read all the same, or shown as it was typed: no word of it is lost', () => {
    fc.assert(
      fc.property(hard, (runs) => {
        const typed = runs.map(([unit, times]) => unit.repeat(times)).join('word')
        const words = typed.split('word').length - 1
        richTextFaults(typed)
        internalLinks(typed)
        // The address of a link is no word of the text.
        if (!typed.includes('](')) expect(plainOf(typed).split('word').length - 1).toBe(words)
      }),
      { numRuns: 25 },
    )
  })

  test.each(HARD)('such as %j takes at most 2.5 times the steps when there is twice as much', (unit) => {
    const all = [
      // All in one, and in as many paragraphs as are read.
      (size: number) => unit.repeat(size / unit.length),
      (size: number) => Array.from({ length: size / 700 }, () => unit.repeat(700 / unit.length)).join('\n\n'),
    ]
    for (const typed of all) {
      const steps = (size: number) => stepsOf(() => [readRichText(typed(size)), richTextFaults(typed(size))])
      steps(700)
      const [once, twice] = [steps(2100), steps(4200)]
      expect(twice).toBeLessThanOrEqual(2.5 * once)
    }
  })

  test.each([
    ['a paragraph without an end', 'word '.repeat(400), 'too long'],
    ['more text than a page has', 'word\n\n'.repeat(4000), 'too long'],
    ['points within points', '- - - - a', 'lists'],
    ['points far in', `- a\n${' '.repeat(10)}- b`, 'lists'],
    ['too many points', '- a\n'.repeat(51), 'points'],
  ])('such as %s is told of', (_what, typed, fault) => {
    expect(richTextFaults(typed)).toEqual([expect.stringContaining(fault)])
  })

  test('a list of fifty points is read, and so is one within another', () => {
    expect(readRichText('- a\n'.repeat(50))).toMatchObject([{ kind: 'list', items: { length: 50 } }])
    expect(richTextFaults('- a\n  - b\n    - c')).toEqual([])
  })
})
