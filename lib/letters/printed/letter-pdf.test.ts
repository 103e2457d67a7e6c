import PDFDocument from 'pdfkit'
import { describe, expect, test, vi } from 'vitest'
import { runsOf } from '@/lib/kernel/print/fonts'
import { letterPdf } from './letter-pdf'

const written = (body: string, more: object = {}) => ({
  subject: 'The people of Artsakh',
  body,
  salutation: 'Dear Rachel Blake,',
  signOff: 'Yours sincerely,',
  name: 'Siân Łukasz',
  address: ['7 Quince Row', 'Tŷ Gwyn', 'Cardiff'],
  postcode: 'CF10 1AA',
  email: 'sian@example.org',
  ...more,
})
const to = ['Rachel Blake MP', 'House of Commons', 'London SW1A 0AA']
const date = '6 October 2020'
const pagesOf = (file: Buffer) => file.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length

describe('a letter as a PDF', () => {
  test('is a file of A4, on one page where it is short', async () => {
    const file = await letterPdf({ written: written('Please act.\n\nSoon.'), to, date })
    const text = file.toString('latin1')
    expect(text.slice(0, 5)).toBe('%PDF-')
    expect(text).toMatch(/\/MediaBox \[0 0 595.28 841.89\]/)
    expect(pagesOf(file)).toBe(1)
  })

  test('has a letter of 378 words on one page', async () => {
    const paragraph = 'Here are the words of a letter that has as many of them as is good, and no more than that. '
    const body = Array.from({ length: 6 }, () => paragraph.repeat(3).trim()).join('\n\n')
    expect(body.split(/\s+/)).toHaveLength(378)
    expect(pagesOf(await letterPdf({ written: written(body), to, date }))).toBe(1)
  })

  test('takes two pages at most for the longest letter', async () => {
    const long = 'A sentence that somebody has typed into their letter to an MP. '.repeat(160).slice(0, 10_000)
    expect(pagesOf(await letterPdf({ written: written(long), to, date }))).toBeLessThanOrEqual(2)
  })

  test('says below the writer’s name what it is given to say there, and nothing where it is given nothing', async () => {
    const drawn = async (note?: string) => {
      const said: string[] = []
      const real = PDFDocument.prototype.text as (this: unknown, text: string, ...more: unknown[]) => unknown
      vi.spyOn(PDFDocument.prototype, 'text').mockImplementation(function (this: unknown, ...given: unknown[]) {
        const [text, ...more] = given as [string, ...unknown[]]
        said.push(text)
        return real.call(this, text, ...more) as never
      })
      await letterPdf({ written: written('Please act.'), to, date, ...(note && { note }) })
      vi.restoreAllMocks()
      return said.join('')
    }
    const without = await drawn()
    expect((await drawn('Written with help.')).replace(/\s/g, '')).toBe(`${without.replace(/\s/g, '')}Writtenwithhelp.`)
  })

  test.each([
    '🕊️🕊️👩‍👩‍👧',
    'Հայաստան مرحبا',
    'Ελλάδα и Россия и Việt Nam, ŵ ŷ ł ő',
    '<script>alert(1)</script> %PDF (\\) ]]>',
    `${'x'.repeat(9000)}`,
    `${'a\n\n'.repeat(3000)}`,
    'e\u0301\u0308\u200d\ufe0f',
  ])('is made of whatever was typed: %.20j', async (body) => {
    const file = await letterPdf({
      written: written(body, { subject: body.slice(0, 120).replace(/\n/g, ' ') }),
      to,
      date,
    })
    expect(file.subarray(-6).toString()).toContain('%%EOF')
  })
})

describe('the page on which a letter ends', () => {
  /** What is written on each page. */
  async function pagesWritten(body: string, note?: string): Promise<string[]> {
    const pages = ['']
    const write = PDFDocument.prototype.text as (this: unknown, text: string, ...more: unknown[]) => unknown
    vi.spyOn(PDFDocument.prototype, 'text').mockImplementation(function (this: unknown, ...given: unknown[]) {
      const [text, ...more] = given as [string, ...unknown[]]
      pages.push(`${pages.pop()}${text} `)
      return write.call(this, text, ...more) as never
    })
    const turn = PDFDocument.prototype.addPage as (this: unknown, ...given: unknown[]) => unknown
    vi.spyOn(PDFDocument.prototype, 'addPage').mockImplementation(function (this: unknown, ...given: unknown[]) {
      if (pages[0] !== '') pages.push('')
      return turn.call(this, ...given) as never
    })
    await letterPdf({ written: written(body), to, date, ...(note && { note }) })
    vi.restoreAllMocks()
    return pages
  }

  const expectWordsBeforeTheEnd = (pages: string[]) => {
    const last = pages.at(-1) ?? ''
    expect(last).toContain('Yours sincerely')
    expect(last.slice(0, last.indexOf('Yours sincerely'))).toMatch(/word/)
  }

  // How it is for every length: set-in-pages.test.ts.
  test.each([400, 560, 1000])('holds some of its words too: %i words', async (words) => {
    const paragraphs = Array.from({ length: words / 40 }, () => 'word '.repeat(40).trim())
    const pages = await pagesWritten(paragraphs.join('\n\n'), 'Written with the help of a campaign.')
    expectWordsBeforeTheEnd(pages)
  })
})

test('a text is cut where another script begins, and a sign without a letter is one mark', () => {
  expect(runsOf('serif', 'Tŷ Gwyn')).toEqual([
    { subset: 'latin', text: 'T' },
    { subset: 'latin-ext', text: 'ŷ ' },
    { subset: 'latin', text: 'Gwyn' },
  ])
  expect(runsOf('serif', 'A 🕊️ dove')).toEqual([{ subset: 'latin', text: 'A ? dove' }])
  expect(runsOf('serif', '')).toEqual([])
})

describe('twice the text', () => {
  /** How many characters are measured and written for a body. */
  async function work(body: string): Promise<number> {
    let characters = 0
    for (const method of ['widthOfString', 'text'] as const) {
      const real = PDFDocument.prototype[method] as (this: unknown, text: string, ...more: unknown[]) => unknown
      vi.spyOn(PDFDocument.prototype, method).mockImplementation(function (this: unknown, ...given: unknown[]) {
        const [text, ...more] = given as [string, ...unknown[]]
        characters += text.length + 1
        return real.call(this, text, ...more) as never
      })
    }
    await letterPdf({ written: written(body), to, date })
    vi.restoreAllMocks()
    return characters
  }

  test.each([
    ['two scripts in a word', (length: number) => 'aж '.repeat(length / 3)],
    ['one script', (length: number) => 'аж '.repeat(length / 3)],
    ['one word', (length: number) => 'x'.repeat(length)],
    ['one word of two scripts', (length: number) => 'aж'.repeat(length / 2)],
    ['words that differ', (length: number) => Array.from({ length: length / 5 }, (_, at) => 1000 + at).join(' ')],
    ['lines', (length: number) => 'a\n'.repeat(length / 2)],
    ['paragraphs', (length: number) => 'a\n\n'.repeat(length / 3)],
    ['blanks', (length: number) => `a${' '.repeat(length)}b`],
    ['accents', (length: number) => `e${'\u0301\u0323'.repeat(length / 2)}`],
    ['emoji', (length: number) => '👩‍👩‍👧'.repeat(length / 8)],
    ['hyphens', (length: number) => '-'.repeat(length)],
  ])('is at most two and a half times the work: %s', async (_what, body) => {
    const [once, twice] = [await work(body(4800)), await work(body(9600))]
    expect(twice).toBeLessThanOrEqual(2.5 * once)
    // Measured and written once, and not once for each size.
    expect(twice).toBeLessThanOrEqual(8 * 9600)
  })
})
