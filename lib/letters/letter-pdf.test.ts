import { describe, expect, test } from 'vitest'
import { runsOf } from '../kernel/print-fonts'
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

test('a text is cut where another script begins, and a sign without a letter is one mark', () => {
  expect(runsOf('serif', 'Tŷ Gwyn')).toEqual([
    { piece: 'latin', text: 'T' },
    { piece: 'latin-ext', text: 'ŷ ' },
    { piece: 'latin', text: 'Gwyn' },
  ])
  expect(runsOf('serif', 'A 🕊️ dove')).toEqual([{ piece: 'latin', text: 'A ? dove' }])
  expect(runsOf('serif', '')).toEqual([])
})
