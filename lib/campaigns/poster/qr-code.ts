import { encode } from 'uqr'
import { escaped } from '@/lib/kernel/escape-html'

/** The light margin that scanners need, in modules (ISO/IEC 18004, 9.1: four). */
const QUIET = 4

/** A dark stretch of a row: where it begins, and how long it is, in modules. */
type Stretch = { x: number; y: number; length: number }

/** A QR code as stretches to fill in, within `size` modules of width and height; a quarter of it may be spoilt. */
export function drawnCode(text: string): { size: number; stretches: Stretch[] } {
  const { size, data } = encode(text, { ecc: 'Q', border: QUIET })
  return { size, stretches: data.flatMap(stretchesOf) }
}

/** The code as a picture, dark on white: scanners do not read the reverse. `title` says where it leads. */
export function codeSvg(text: string, title: string): string {
  const { size, stretches } = drawnCode(text)
  const path = stretches.map(({ x, y, length }) => `M${x} ${y}h${length}v1h-${length}z`).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${8 * size}" height="${8 * size}" shape-rendering="crispEdges" role="img"><title>${escaped(title)}</title><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#12161a" d="${path}"/></svg>`
}

function stretchesOf(row: boolean[], y: number): Stretch[] {
  const found: Stretch[] = []
  for (const [x, dark] of row.entries()) {
    const last = found.at(-1)
    if (!dark) continue
    if (last && last.x + last.length === x) last.length += 1
    else found.push({ x, y, length: 1 })
  }
  return found
}
