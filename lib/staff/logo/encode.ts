import sharp from 'sharp'
import { firstWithin } from '@/lib/kernel/pictures/first-within'
import { type Refused, readUpload } from '@/lib/kernel/pictures/read-upload'
import { LOGO_BOX, type LogoGround } from '@/lib/settings/logo-on-page'
import { clearPaper } from './clear-paper'
import { groundFor } from './ground-for'
import { type Bitmap, visiblePart } from './visible-part'

export type EncodedLogo = {
  webp: Uint8Array
  /** Of the logo without its margins, in pixels as they were uploaded. */
  width: number
  height: number
  /** What it is legible on. */
  measured: LogoGround
}

/** Bytes of a logo at most: it stands on every page. */
const BYTES_MOST = 6000
/** For one pixel of the page, and how: sharp on a phone first, then whatever fits. */
const TRIES = [
  { density: 3, webp: { lossless: true } },
  { density: 3, webp: { quality: 80 } },
  { density: 3, webp: { quality: 55 } },
  { density: 2, webp: { quality: 70 } },
  { density: 2, webp: { quality: 40 } },
  { density: 1.5, webp: { quality: 40 } },
  { density: 1, webp: { quality: 40, alphaQuality: 60 } },
  { density: 1, webp: { quality: 5, alphaQuality: 20 } },
] as const
/** Worked on at this size: far more than is shown, and little enough to look at each pixel. */
const READ = 1600
/** Beyond this it would be a line. */
const LONGEST = { wide: 8, tall: 3 }

/**
 * Reads an uploaded logo and makes it anew as WebP of at most 6 kB, without its margins, metadata or anything else that
 * the file held; what is transparent stays so. Gives why it is refused, in plain words.
 */
export function encodeLogo(bytes: Uint8Array): Promise<EncodedLogo | Refused> {
  return readUpload(bytes, async ({ picture }) => {
    const { data, info } = await picture
      .autoOrient()
      .resize({ width: READ, height: READ, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const whole: Bitmap = { data, width: info.width, height: info.height }
    const seen = visiblePart(whole)
    if (!seen) return { refused: 'There is nothing to see on this picture: all of it is transparent, or white' }
    const { width, height } = seen.box
    const faulty = whyOfNoShape(width, height)
    if (faulty) return { refused: faulty }
    const raw = { width: info.width, height: info.height, channels: 4 } as const
    const logo = await sharp(seen.onWhite ? clearPaper(data) : data, { raw })
      .extract(seen.box)
      .png({ compressionLevel: 1 })
      .toBuffer()
    const webp = await firstWithin(BYTES_MOST, TRIES, ({ density, webp: how }) =>
      sharp(logo)
        .resize({
          width: Math.round(LOGO_BOX.phone.width * density),
          height: Math.round(LOGO_BOX.phone.height * density),
          fit: 'inside',
          withoutEnlargement: true,
        })
        .webp({ ...how, effort: 4 })
        .toBuffer(),
    )
    return { webp, width, height, measured: groundFor(whole, seen) }
  })
}

function whyOfNoShape(width: number, height: number): string | null {
  const size = `${width} × ${height} pixels`
  if (width > height * LONGEST.wide || height > width * LONGEST.tall)
    return `Without its margins the logo has ${size}: at that height its words could not be read. Take one that is at most ${LONGEST.wide} times as wide as high, or ${LONGEST.tall} times as high as wide`
  // As it is shown, a pixel of it for each of the page.
  if (width < LOGO_BOX.phone.width && height < LOGO_BOX.phone.height)
    return `Without its margins the logo has ${size}; at least ${LOGO_BOX.phone.width} in width or ${LOGO_BOX.phone.height} in height are needed`
  return null
}
