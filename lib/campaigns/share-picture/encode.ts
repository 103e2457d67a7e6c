import { type Refused, readUpload } from '@/lib/kernel/pictures/read-upload'
import { sizesFor } from './sizes'

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
 * it is refused, in plain words.
 */
export function encodePicture(bytes: Uint8Array): Promise<EncodedPicture | Refused> {
  return readUpload(bytes, async ({ picture, width, height }) => {
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
  })
}
