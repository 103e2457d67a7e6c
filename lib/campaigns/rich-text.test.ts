import { describe, expect, test } from 'vitest'
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
