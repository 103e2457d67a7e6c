import { MapLegend } from '@/components/figures/map-legend'
import type { PlaceFigures } from '@/lib/figures/dashboard/places'
import { fullMap } from '@/lib/figures/map/full-map'
import { size } from '@/lib/figures/map/layout'
import { type Asked, addressOf } from './view'

/** The map of the span with every number in full, each hexagon a link to its constituency's row. */
export function StaffMap({ asked, places }: { asked: Asked; places: readonly PlaceFigures[] }) {
  const { shapes, legend } = fullMap(
    places.map(({ key, name, supporters }) => ({
      code: key,
      name,
      supporters,
      href: addressOf(asked, { kind: 'constituency', q: name, page: '' }),
    })),
  )
  return (
    <figure className="space-y-3">
      <svg viewBox={`0 0 ${size.width} ${size.height}`} className="block h-auto w-full" aria-labelledby="map-title">
        <title id="map-title">Supporters by constituency, one hexagon each; the table has the numbers</title>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: markup of our own, with the names in it escaped. */}
        <g dangerouslySetInnerHTML={{ __html: shapes }} />
      </svg>
      <figcaption>
        <MapLegend legend={legend} />
      </figcaption>
    </figure>
  )
}
