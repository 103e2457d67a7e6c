import { londonOutline } from '@/lib/figures/map/draw'
import { size } from '@/lib/figures/map/layout'
import { linkedHexagons } from '@/lib/figures/map/link'
import type { Masking } from '@/lib/figures/public/masking'
import type { SeatShown } from '@/lib/figures/public/public-seats'

/** The map drawn into the page: a hexagon says its name under the pointer and leads to its row, also without scripts. */
export function LinkedMap({ seats, masking }: { seats: readonly SeatShown[]; masking: Masking }) {
  return (
    <svg viewBox={`0 0 ${size.width} ${size.height}`} className="block h-auto w-full" aria-labelledby="map-title">
      <title id="map-title">Map of the United Kingdom, one hexagon a constituency</title>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: markup of our own, with the names in it escaped. */}
      <g dangerouslySetInnerHTML={{ __html: linkedHexagons(seats, masking) }} />
      <path className="map-london" d={londonOutline} />
    </svg>
  )
}
