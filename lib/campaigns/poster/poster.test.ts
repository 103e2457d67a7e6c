import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import jsqr from 'jsqr'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { firstCampaign } from '@/lib/content/first-campaign'
import { codeAddress, typedAddress } from './address'
import { drawPoster, type Poster } from './draw'
import { codeSvg } from './qr-code'

const { content } = firstCampaign
const APP = 'https://www.letters.example'
const poster: Poster = {
  content,
  slug: 'artsakh-ceasefire',
  appUrl: APP,
  name: 'Dear MP',
  operator: { name: 'Letters for Peace', address: '7 Quince Row, London N1 1AA' },
}
const pagesOf = (file: Buffer) => file.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length

/** What a scanner reads in a picture. */
async function scanned(svg: string, spoilt = 0): Promise<string | undefined> {
  const picture = sharp(Buffer.from(svg))
  const { width = 0, height = 0 } = await picture.metadata()
  const patch = Math.round(width * spoilt)
  const blot = { create: { width: patch || 1, height: patch || 1, channels: 4, background: '#fff' } } as const
  const { data, info } = await picture
    .composite(spoilt ? [{ input: blot, left: Math.round(width * 0.45), top: Math.round(height * 0.45) }] : [])
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return jsqr(new Uint8ClampedArray(data), info.width, info.height)?.data
}

describe('the code', () => {
  const address = codeAddress(APP, 'artsakh-ceasefire')

  test('leads to the campaign, as one who came from paper', async () => {
    expect(address).toBe(`${APP}/campaigns/artsakh-ceasefire?utm_source=poster&utm_medium=print`)
    expect(await scanned(codeSvg(address, 'Code'))).toBe(address)
  })

  test('is read with a blot on it', async () => expect(await scanned(codeSvg(address, 'Code'), 0.18)).toBe(address))

  test('says in words where it leads, and a sign in them is no markup', () =>
    expect(codeSvg('x', 'a<b>&c')).toContain('<title>a&lt;b&gt;&amp;c</title>'))

  test('is typed without what a browser adds', () => expect(typedAddress(APP, 'a')).toBe('letters.example/campaigns/a'))
})

describe('the poster', () => {
  const long = (words: string, most: number) =>
    words
      .repeat(Math.ceil(most / words.length))
      .slice(0, most)
      .trim()

  test.each<[string, Partial<Poster>]>([
    ['the first campaign', {}],
    ['an operator who is not named', { operator: null }],
    ['an installation with a name', { name: 'Łódź Street Letters' }],
    [
      'a statement of our own',
      { content: { ...content, source: { kind: 'ours', title: 'Buses for all', date: '2026-02-01' } } },
    ],
    ['no single statement', { content: { ...content, source: { kind: 'none' } } }],
    [
      'the shortest texts',
      { content: { ...content, title: 'Ceasefire now', summary: 'Ask.', asks: content.asks.slice(0, 1) } },
    ],
    [
      'the longest texts',
      {
        slug: 'a-campaign-with-the-longest-name-that-anybody-gives-it',
        operator: { name: long('Organisation of ', 100), address: long('Flat 7, Quince Row, ', 180) },
        content: {
          ...content,
          title: long('Government and ', 90),
          summary: long('Parliament should debate the matter at once. ', 280),
          asks: Array.from({ length: 8 }, (_, at) => ({
            ...(content.asks[0] as (typeof content.asks)[number]),
            id: `ask-${at}`,
            title: long('Suspend every export of arms ', 80),
            summary: long('The Government should suspend all of it. ', 240),
          })),
        },
      },
    ],
    [
      'five long asks',
      {
        content: {
          ...content,
          title: long('Government and ', 90),
          asks: content.asks.map((ask) => ({ ...ask, summary: long('The Government should suspend it. ', 240) })),
        },
      },
    ],
  ])('of %s is one sheet of A4', async (what, more) => {
    const file = await drawPoster({ ...poster, ...more })
    if (process.env.SHOW) writeFileSync(join(process.env.SHOW, `poster ${what}.pdf`), file)
    const text = file.toString('latin1')
    expect(text.slice(0, 5)).toBe('%PDF-')
    expect(text).toMatch(/\/MediaBox \[0 0 595.28 841.89\]/)
    expect(pagesOf(file)).toBe(1)
  })
})
