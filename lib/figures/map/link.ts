import type { Masking } from '@/lib/figures/public/masking'
import type { SeatShown } from '@/lib/figures/public/public-seats'
import { seatWords } from '@/lib/figures/public/seat-words'
import { escaped } from '@/lib/kernel/escape-html'
import { outline } from './draw'
import { hexagons } from './layout'
import { lookOf, scaleFor } from './shades'

/**
 * The hexagons of the map as the markup of an SVG, each a link to its seat's row (`?seat=CODE`, from the page that it
 * stands in) and with its words as title. In one piece: as elements, two thousand of them, they took half of what the whole page did.
 */
export function linkedHexagons(seats: readonly SeatShown[], masking: Masking): string {
  const scale = scaleFor(seats)
  const byCode = new Map(seats.map((seat) => [seat.code, seat]))
  return hexagons
    .map((hexagon) => {
      const seat = byCode.get(hexagon.code)
      if (!seat) return ''
      const title = escaped(`${seat.name}: ${seatWords(seat, masking)}`)
      // The table beside it is the way for the keyboard: 650 stops would be none.
      return `<a href="?seat=${hexagon.code}#table" tabindex="-1"><path class="map-${lookOf(seat, scale)}" d="${outline(hexagon)}"><title>${title}</title></path></a>`
    })
    .join('')
}
