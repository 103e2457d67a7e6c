import sharp from 'sharp'
import { sizesFor } from './sizes'

/** Bytes of an upload at most. */
export const PICTURE_BYTES_MOST = 5 * 1024 * 1024
const PIXELS_MOST = 24_000_000
/** Below this, networks show no large picture. */
const LEAST = { width: 600, height: 315 }
/** What networks show at most; a larger one is made smaller. */
const MOST = { width: 1200, height: 1200 }

export type EncodedPicture = {
  jpeg: Uint8Array
  width: number
  height: number
  /** As WebP, for a page: at most 40 kB, and at most 150 kB. */
  phone: Uint8Array
  desk: Uint8Array
}

/**
 * Reads an uploaded picture and makes it anew as JPEG, without metadata or anything else that the file held. Gives why
 * it is refused, in plain words: by its size in bytes and its kind before it is read, by its pixels before they are.
 */
export async function encodePicture(bytes: Uint8Array): Promise<EncodedPicture | { refused: string }> {
  if (bytes.length === 0) return { refused: 'Choose a picture' }
  if (bytes.length > PICTURE_BYTES_MOST) return { refused: 'The picture may have 5 MB at most' }
  // By its first bytes and not by what its name says: no other decoder is ever given it.
  if (!isKnownKind(bytes)) return { refused: 'The picture has to be a PNG, JPEG, WebP or AVIF file' }
  try {
    const picture = sharp(bytes, { limitInputPixels: PIXELS_MOST, failOn: 'error', pages: 1 })
    const { width, height } = await picture.metadata()
    if (width * height > PIXELS_MOST)
      return {
        refused: `The picture has ${Math.round((width * height) / 1e6)} megapixels; at most ${PIXELS_MOST / 1e6} are read`,
      }
    if (width < LEAST.width || height < LEAST.height)
      return {
        refused: `The picture has ${width} × ${height} pixels; at least ${LEAST.width} × ${LEAST.height} are needed`,
      }
    const { data, info } = await picture
      .autoOrient()
      .resize({ ...MOST, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82, mozjpeg: true })
      .toBuffer({ resolveWithObject: true })
    return { jpeg: data, width: info.width, height: info.height, ...(await sizesFor(data)) }
  } catch (error) {
    // What the decoder says of a broken file helps nobody; whatever else goes wrong here is about this file too.
    return {
      refused: `The picture could not be read: ${error instanceof Error && /pixel/i.test(error.message) ? 'it has too many pixels' : 'the file is damaged, or not what it says'}`,
    }
  }
}

function isKnownKind(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  return (
    head.startsWith('\u0089PNG\r\n\u001a\n') ||
    head.startsWith('\u00ff\u00d8\u00ff') ||
    /^RIFF[\s\S]{4}WEBP/.test(head) ||
    /^[\s\S]{4}ftypavi[fs]/.test(head)
  )
}
