import sharp, { type Color, type Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import { type EncodedLogo, encodeLogo } from './encode'

const CLEAR = { r: 0, g: 0, b: 0, alpha: 0 }

/** A block of one colour with room around it, as a drawing program saves a logo. */
function logoOf(background: string, { width = 400, height = 100, margin = 30, ground = CLEAR as Color } = {}) {
  return sharp({ create: { width, height, channels: 4, background } }).extend({
    top: margin,
    bottom: margin,
    left: margin,
    right: margin,
    background: ground,
  })
}

/** Letters as it were: bars of one colour with gaps between them, so that they fill no box. */
function barsOf(colour: string): Buffer {
  const bars = Array.from({ length: 10 }, (_, at) => `<rect x="${at * 40}" width="24" height="100" fill="${colour}"/>`)
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100">${bars.join('')}</svg>`)
}

async function encoded(bytes: Uint8Array): Promise<EncodedLogo> {
  const outcome = await encodeLogo(bytes)
  if ('refused' in outcome) throw new Error(outcome.refused)
  return outcome
}

async function refusedFor(bytes: Uint8Array): Promise<string> {
  const outcome = await encodeLogo(bytes)
  return 'refused' in outcome ? outcome.refused : 'nothing'
}

describe('a logo', () => {
  test('loses its margins, and keeps what is transparent', async () => {
    const logo = await encoded(
      await sharp(barsOf('#0a5c3c')).extend({ top: 50, left: 90, background: CLEAR }).png().toBuffer(),
    )
    expect([logo.width, logo.height]).toEqual([384, 100])
    const { data, info } = await sharp(logo.webp).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    const alphas = new Set(Array.from({ length: info.width }, (_, x) => data[x * 4 + 3]))
    expect(alphas).toContain(0)
    expect(alphas).toContain(255)
  })

  test.each(['png', 'webp', 'avif', 'jpeg'] as const)(
    'in %s is made anew as WebP, sharp on a phone',
    async (format) => {
      const made = await logoOf('#642d84', { width: 900, height: 300, ground: '#ffffff' }).toFormat(format).toBuffer()
      const logo = await encoded(made)
      // A few pixels at its edges may have changed on the way.
      expect(Math.abs(logo.width / logo.height - 3)).toBeLessThan(0.1)
      const shown = await sharp(logo.webp).metadata()
      expect(shown.format).toBe('webp')
      expect(Math.abs((shown.width ?? 0) - 396)).toBeLessThan(12)
    },
  )

  test('has at most 6 kB, whatever is on it', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
    for (const [width, height] of [
      [1320, 440],
      [600, 600],
      [300, 900],
    ] as const) {
      const picture = sharp({ create: { width, height, channels: 3, noise, background: '#ffffff' } })
      const mask = await sharp({ create: { width, height, channels: 3, noise, background: '#ffffff' } })
        .toColourspace('b-w')
        .raw()
        .toBuffer()
      const noisy = picture.joinChannel(mask, { raw: { width, height, channels: 1 } })
      expect((await encoded(await noisy.png().toBuffer())).webp.length).toBeLessThanOrEqual(6000)
    }
  })

  test('loses its metadata, and whatever else the file held', async () => {
    const page = Buffer.from('<script>alert(1)</script>')
    const png = await logoOf('#0a5c3c')
      .withExif({ IFD0: { Copyright: 'Someone in particular' } })
      .png()
      .toBuffer()
    const { webp } = await encoded(Buffer.concat([png, page]))
    expect(await sharp(webp).metadata()).not.toHaveProperty('exif')
    expect(Buffer.from(webp).includes(page)).toBe(false)
  })

  test.each([
    ['in grey', (picture: Sharp) => picture.toColourspace('b-w').png()],
    ['of 16 bits', (picture: Sharp) => picture.toColourspace('rgb16').png()],
    ['for printing', (picture: Sharp) => picture.flatten({ background: '#fff' }).toColourspace('cmyk').jpeg()],
    ['of few colours', (picture: Sharp) => picture.png({ palette: true })],
  ])('%s is read like any other', async (_what, saved) => {
    const margins = { top: 20, bottom: 20, left: 20, right: 20, background: CLEAR }
    const logo = await encoded(await saved(sharp(barsOf('#333333')).extend(margins)).toBuffer())
    expect(logo.measured).toBe('light')
    expect(Math.abs(logo.height - 100)).toBeLessThan(5)
  })
})

describe('stands', () => {
  test.each([
    ['dark letters', '#12161a', 'light'],
    ['green letters', '#0a5c3c', 'light'],
    ['white letters', '#ffffff', 'dark'],
    ['yellow letters', '#ffe066', 'dark'],
    ['letters between the two', '#8a7f80', 'none'],
  ])('%s (%s) on %s', async (_what, colour, ground) => {
    expect((await encoded(await sharp(barsOf(colour)).png().toBuffer())).measured).toBe(ground)
  })

  test('on nothing else where it has a ground of its own, unless that is white paper', async () => {
    const onItsOwn = await logoOf('#ffffff', { ground: '#642d84' }).png().toBuffer()
    expect(await encoded(onItsOwn)).toMatchObject({ measured: 'none', width: 460, height: 160 })
    const onPaper = await logoOf('#642d84', { ground: '#ffffff' }).jpeg({ quality: 95 }).toBuffer()
    const { measured, width } = await encoded(onPaper)
    expect(measured).toBe('light')
    expect(Math.abs(width - 400)).toBeLessThan(10)
  })
})

test('what was saved on white paper looks the same on white, and has no box elsewhere', async () => {
  const onPaper = await sharp(barsOf('#b00020'))
    .flatten({ background: '#ffffff' })
    .extend({ top: 20, bottom: 20, left: 20, right: 20, background: '#ffffff' })
    .jpeg({ quality: 95 })
    .toBuffer()
  const { webp } = await encoded(onPaper)
  const on = async (background: string) => {
    const { data, info } = await sharp(webp).flatten({ background }).raw().toBuffer({ resolveWithObject: true })
    const pixelAt = (x: number) => [...data.subarray((info.width * 50 + x) * 3, (info.width * 50 + x) * 3 + 3)]
    return { bar: pixelAt(10), gap: pixelAt(32) }
  }
  const near = (pixel: number[], wanted: number[]) =>
    expect(Math.max(...pixel.map((value, at) => Math.abs(value - (wanted[at] ?? 0))))).toBeLessThan(12)
  const [white, grey] = [await on('#ffffff'), await on('#808080')]
  near(white.bar, [0xb0, 0, 0x20])
  near(white.gap, [255, 255, 255])
  near(grey.gap, [128, 128, 128])
})

describe('is refused', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="500"><script>alert(1)</script></svg>'

  test.each([
    ['a drawing in SVG', Buffer.from(svg), /SVG drawing as PNG/],
    [
      'the same with a heading',
      Buffer.from(`\ufeff<?xml version="1.0"?>\n<!-- made by hand -->\n${svg}`),
      /SVG drawing as PNG/,
    ],
    ['a GIF', Buffer.from('GIF89a'.padEnd(99, 'x')), /GIF as PNG/],
    ['a PDF', Buffer.from('%PDF-1.7'), /page as PNG/],
    ['a web page', Buffer.from('<!doctype html>'), /PNG, JPEG, WebP or AVIF/],
    ['nothing', Buffer.alloc(0), /that file is empty/],
    ['half a picture', Buffer.from('\u0089PNG\r\n\u001a\n and no more', 'latin1'), /could not be read/],
  ])('%s', async (_what, bytes, message) => expect(await refusedFor(bytes)).toMatch(message))

  test('one that moves', async () => {
    const frames = ['#ff0000', '#00ff00'].map((background) =>
      sharp({ create: { width: 200, height: 100, channels: 4, background } }),
    )
    const raw = Buffer.concat(await Promise.all(frames.map((frame) => frame.raw().toBuffer())))
    const moving = sharp(raw, { raw: { width: 200, height: 200, channels: 4, pageHeight: 100 } })
    expect(await refusedFor(await moving.webp({ loop: 0, delay: [100, 100] }).toBuffer())).toMatch(/moves/)
  })

  test('one of 30 megapixels, by what its head says, without unpacking it', async () => {
    const bomb = await sharp({ create: { width: 6000, height: 5000, channels: 3, background: '#0a5c3c' } })
      .png({ compressionLevel: 9 })
      .toBuffer()
    expect(await refusedFor(bomb)).toMatch(/30 megapixels|too many pixels/)
  })

  test.each([
    [
      'of which nothing is seen',
      sharp({ create: { width: 300, height: 200, channels: 4, background: CLEAR } }),
      /nothing to see/,
    ],
    [
      'that is white paper',
      sharp({ create: { width: 300, height: 200, channels: 3, background: '#fff' } }),
      /nothing to see/,
    ],
    ['that is too small', logoOf('#0a5c3c', { width: 60, height: 20 }), /60 × 20 pixels; at least/],
    ['as long as a line', logoOf('#0a5c3c', { width: 900, height: 60 }), /900 × 60 pixels: at that height/],
    ['as high as a pole', logoOf('#0a5c3c', { width: 60, height: 900 }), /60 × 900 pixels/],
  ])('one %s', async (_what, picture, message) => {
    expect(await refusedFor(await picture.png().toBuffer())).toMatch(message)
  })
})
