import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { encodePicture } from './encode'

const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#0a5c3c' } })

async function refusedFor(bytes: Uint8Array): Promise<string> {
  const outcome = await encodePicture(bytes)
  return 'refused' in outcome ? outcome.refused : 'nothing'
}

describe('a picture', () => {
  test.each(['png', 'jpeg', 'webp', 'avif'] as const)('in %s is made anew as JPEG', async (format) => {
    const outcome = await encodePicture(await blank(1600, 800).toFormat(format).toBuffer())
    expect(outcome).toMatchObject({ width: 1200, height: 600 })
    if ('jpeg' in outcome) expect((await sharp(outcome.jpeg).metadata()).format).toBe('jpeg')
  })

  test('loses its metadata, where it was taken above all, and stands upright', async () => {
    const photo = await blank(600, 800)
      .withExif({ IFD0: { Copyright: 'Someone in particular' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const outcome = await encodePicture(photo)
    if ('refused' in outcome) throw new Error(outcome.refused)
    expect([outcome.width, outcome.height]).toEqual([800, 600])
    expect(await sharp(outcome.jpeg).metadata()).not.toHaveProperty('exif')
    expect(Buffer.from(outcome.jpeg).toString('latin1')).not.toContain('Someone in particular')
  })

  test('that is a web page as well is only a picture afterwards', async () => {
    const page = Buffer.from('<script>alert(1)</script>')
    const outcome = await encodePicture(Buffer.concat([await blank(800, 400).png().toBuffer(), page]))
    if ('refused' in outcome) throw new Error(outcome.refused)
    expect(Buffer.from(outcome.jpeg).includes(page)).toBe(false)
  })
})

test('for a page it is made as small as a phone’s line asks for, whatever is on it', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  for (const [width, height] of [
    [1600, 900],
    [700, 2400],
  ] as const) {
    const picture = sharp({ create: { width, height, channels: 3, noise, background: '#ffffff' } })
    const outcome = await encodePicture(await picture.jpeg().toBuffer())
    if ('refused' in outcome) throw new Error(outcome.refused)
    const { format } = await sharp(outcome.phone).metadata()
    expect(format).toBe('webp')
    expect(outcome.phone.length).toBeLessThanOrEqual(40_000)
    expect(outcome.desk.length).toBeLessThanOrEqual(150_000)
  }
})

describe('is refused', () => {
  test('a drawing in SVG, whatever it is called', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="500"><script>alert(1)</script></svg>'
    expect(await refusedFor(Buffer.from(svg))).toMatch(/PNG, JPEG, WebP or AVIF/)
    expect(await refusedFor(Buffer.from(`<?xml version="1.0"?>${svg}`))).toMatch(/PNG, JPEG, WebP or AVIF/)
  })

  test.each([
    ['a GIF', Buffer.from('GIF89a'.padEnd(99, 'x')), /PNG, JPEG, WebP or AVIF/],
    ['a page', Buffer.from('<!doctype html>'), /PNG, JPEG, WebP or AVIF/],
    ['nothing', Buffer.alloc(0), /Choose a picture/],
    [
      '6 MB',
      Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), Buffer.alloc(6 * 1024 * 1024)]),
      /5 MB at most/,
    ],
    ['half a picture', Buffer.from('\u0089PNG\r\n\u001a\n and no more', 'latin1'), /could not be read/],
  ])('%s', async (_what, bytes, message) => expect(await refusedFor(bytes)).toMatch(message))

  test('one of 50 megapixels, by what its head says, without unpacking it', async () => {
    const bomb = await blank(10_000, 5_000).png({ compressionLevel: 9 }).toBuffer()
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(await refusedFor(bomb)).toMatch(/50 megapixels|too many pixels/)
  })

  test('one that moves, of which a still would be taken unasked', async () => {
    const frames = await Promise.all([blank(700, 400), blank(700, 400).negate()].map((one) => one.raw().toBuffer()))
    const raw = { width: 700, height: 800, channels: 3, pageHeight: 400 } as const
    const moving = await sharp(Buffer.concat(frames), { raw })
      .webp({ loop: 0, delay: [100, 100] })
      .toBuffer()
    expect(await refusedFor(moving)).toMatch(/moves/)
  })

  test('one that is too small to be shown', async () => {
    expect(await refusedFor(await blank(300, 200).png().toBuffer())).toMatch(/300 × 200 pixels/)
  })
})
