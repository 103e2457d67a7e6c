import sharp from 'sharp'
import { firstWithin } from '@/lib/kernel/pictures/first-within'

type Sizes = { most: number; tried: readonly (readonly [width: number, quality: number])[] }

/** Bytes at most, and widths and qualities to try until one fits: what is lost is seen last where it stands last. */
const PHONE: Sizes = {
  most: 40_000,
  tried: [
    [720, 74],
    [720, 60],
    [720, 45],
    [720, 32],
    [540, 40],
    [540, 25],
    [360, 25],
    [240, 20],
  ],
}
const DESK: Sizes = {
  most: 150_000,
  tried: [
    [1200, 76],
    [1200, 62],
    [1200, 48],
    [960, 48],
    [960, 32],
    [720, 30],
  ],
}

/** A picture as WebP for a phone and for a desk, each within its bytes. */
export async function sizesFor(picture: Uint8Array): Promise<{ phone: Uint8Array; desk: Uint8Array }> {
  return { phone: await within(picture, PHONE), desk: await within(picture, DESK) }
}

function within(picture: Uint8Array, { most, tried }: Sizes): Promise<Uint8Array> {
  return firstWithin(most, tried, ([width, quality]) =>
    sharp(picture).resize({ width, withoutEnlargement: true }).webp({ quality, effort: 5 }).toBuffer(),
  )
}
