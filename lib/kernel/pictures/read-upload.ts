import sharp, { type Sharp } from 'sharp'

/** Bytes of an uploaded picture at most. */
const BYTES_MOST = 5 * 1024 * 1024
const PIXELS_MOST = 24_000_000

/** Why a picture is not taken, in plain words. */
export type Refused = { refused: string }
/** What an upload's head says of it: width and height in pixels. */
export type Upload = { picture: Sharp; width: number; height: number }

/**
 * Reads an uploaded picture, and gives what `make` makes of it or why it is refused: by its size in bytes and its kind
 * before it is read, by its pixels before they are, and one that moves, of which a still would be taken unasked.
 */
export async function readUpload<Made>(
  bytes: Uint8Array,
  make: (upload: Upload) => Promise<Made | Refused>,
): Promise<Made | Refused> {
  if (bytes.length === 0) return { refused: 'Choose a picture: that file is empty' }
  if (bytes.length > BYTES_MOST) return { refused: 'The picture may have 5 MB at most' }
  // By its first bytes and not by what its name says: no other decoder is ever given it.
  const otherKind = whyOfNoKnownKind(bytes)
  if (otherKind) return { refused: otherKind }
  try {
    const picture = sharp(bytes, { limitInputPixels: PIXELS_MOST, failOn: 'error', pages: 1 })
    const { width, height, pages = 1 } = await picture.metadata()
    if (width * height > PIXELS_MOST)
      return {
        refused: `The picture has ${Math.round((width * height) / 1e6)} megapixels; at most ${PIXELS_MOST / 1e6} are read`,
      }
    if (pages > 1) return { refused: 'This picture moves: save one still of it as PNG, and upload that' }
    return await make({ picture, width, height })
  } catch (error) {
    // What the decoder says of a broken file helps nobody; whatever else goes wrong here is about this file too.
    return {
      refused: `The picture could not be read: ${error instanceof Error && /pixel/i.test(error.message) ? 'it has too many pixels' : 'the file is damaged, or not what it says'}`,
    }
  }
}

const KNOWN = 'The picture has to be a PNG, JPEG, WebP or AVIF file'

function whyOfNoKnownKind(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  const isKnown =
    head.startsWith('\u0089PNG\r\n\u001a\n') ||
    head.startsWith('\u00ff\u00d8\u00ff') ||
    /^RIFF[\s\S]{4}WEBP/.test(head) ||
    /^[\s\S]{4}ftypavi[fs]/.test(head)
  if (isKnown) return null
  if (/<svg[\s>]/i.test(head)) return `${KNOWN}: export this SVG drawing as PNG, about 800 pixels wide`
  if (head.startsWith('GIF8')) return `${KNOWN}: save this GIF as PNG`
  if (head.startsWith('%PDF') || head.startsWith('%!PS')) return `${KNOWN}: export this page as PNG`
  return KNOWN
}
