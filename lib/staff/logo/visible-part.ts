/** A picture's pixels, four bytes each: red, green, blue, alpha. */
export type Bitmap = { data: Uint8Array; width: number; height: number }
export type Box = { left: number; top: number; width: number; height: number }
/** `onWhite`: an opaque picture on white paper, as a logo saved as JPEG is. */
export type Seen = { box: Box; onWhite: boolean }

const HARDLY = 16
const NEARLY_WHITE = 244

/** What is left of a picture without its margins, transparent or white; `null` where nothing is. */
export function visiblePart(bitmap: Bitmap): Seen | null {
  const onWhite = isOpaque(bitmap) && hasWhiteEdge(bitmap)
  const box = boxOf(bitmap, (at) => (onWhite ? !isWhite(bitmap, at) : alphaAt(bitmap, at) > HARDLY))
  return box && { box, onWhite }
}

/** The transparency of a pixel, from 0 to 255; `at` counts pixels, row by row. */
export function alphaAt({ data }: Bitmap, at: number): number {
  return data[at * 4 + 3] ?? 0
}

function isOpaque(bitmap: Bitmap): boolean {
  for (let at = 0; at < bitmap.width * bitmap.height; at++) if (alphaAt(bitmap, at) < 250) return false
  return true
}

function isWhite({ data }: Bitmap, at: number): boolean {
  return [0, 1, 2].every((channel) => (data[at * 4 + channel] ?? 0) >= NEARLY_WHITE)
}

/** At most of its edge: the mark or a letter may touch it. */
function hasWhiteEdge(bitmap: Bitmap): boolean {
  const { width, height } = bitmap
  const rows = Array.from({ length: width }, (_, x) => [x, width * (height - 1) + x]).flat()
  const columns = Array.from({ length: height }, (_, y) => [y * width, (y + 1) * width - 1]).flat()
  const edge = [...rows, ...columns]
  return edge.filter((at) => isWhite(bitmap, at)).length > edge.length / 2
}

function boxOf({ width, height }: Bitmap, isSeen: (at: number) => boolean): Box | null {
  let [left, top, right, bottom] = [width, height, -1, -1]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!isSeen(y * width + x)) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  }
  return right < 0 ? null : { left, top, width: right - left + 1, height: bottom - top + 1 }
}
