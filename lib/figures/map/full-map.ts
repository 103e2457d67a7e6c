import { escaped } from '@/lib/kernel/escape-html'
import { counted } from '@/lib/kernel/text'
import { londonOutline, outline } from './draw'
import { hexagons } from './layout'
import { fullLegendOf, fullScaleFor, lookOf } from './shades'

type Seat = { code: string; name: string; supporters: number; href?: string }

/**
 * The map for those who see every number, as the markup of an SVG: a hexagon says its number under the pointer, and leads
 * to `href` where there is one. Its legend has no "under 5".
 */
export function fullMap(seats: readonly Seat[]) {
  const shown = seats.map((seat) => ({ ...seat, nation: '' }))
  const scale = fullScaleFor(shown)
  const byCode = new Map(shown.map((seat) => [seat.code, seat]))
  const shapes = hexagons.map((hexagon) => {
    const seat = byCode.get(hexagon.code)
    const look = seat ? lookOf(seat, scale) : 'none'
    const title = seat ? `<title>${escaped(`${seat.name}: ${counted(seat.supporters, 'supporter')}`)}</title>` : ''
    const path = `<path class="map-${look}" d="${outline(hexagon)}">${title}</path>`
    // The table beside it is the way for the keyboard: 650 stops would be none.
    return seat?.href ? `<a href="${escaped(seat.href)}" tabindex="-1">${path}</a>` : path
  })
  return { shapes: `${shapes.join('')}<path class="map-london" d="${londonOutline}"/>`, legend: fullLegendOf(scale) }
}
