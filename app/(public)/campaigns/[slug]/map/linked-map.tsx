import { londonOutline, lookOf, outline } from '@/lib/figures/map/draw'
import { hexagons, size } from '@/lib/figures/map/layout'
import { shadeOf, shadesFor } from '@/lib/figures/map/shades'
import type { Masking } from '@/lib/figures/masking'
import type { SeatShown } from '@/lib/figures/public-seats'
import { seatWords } from '@/lib/figures/seat-words'

/** The map drawn into the page: a hexagon says its name under the pointer and leads to its row, also without scripts. */
export function LinkedMap({ seats, masking }: { seats: readonly SeatShown[]; masking: Masking }) {
  const shades = shadesFor(seats)
  const byCode = new Map(seats.map((seat) => [seat.code, seat]))
  return (
    <svg viewBox={`0 0 ${size.width} ${size.height}`} className="block h-auto w-full" aria-labelledby="map-title">
      <title id="map-title">Map of the United Kingdom, one hexagon a constituency</title>
      {hexagons.map((hexagon) => {
        const seat = byCode.get(hexagon.code)
        return (
          seat && (
            // The table below is the way for the keyboard: 650 stops would be none.
            <a key={seat.code} href={`#${seat.code}`} tabIndex={-1}>
              <path className={`map-${lookOf(shadeOf(seat, shades), shades.length)}`} d={outline(hexagon)}>
                <title>{`${seat.name}: ${seatWords(seat, masking)}`}</title>
              </path>
            </a>
          )
        )
      })}
      <path className="map-london" d={londonOutline} />
    </svg>
  )
}
