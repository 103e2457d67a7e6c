import { LinkedMap } from '@/app/(public)/campaigns/[slug]/map/linked-map'
import { MapLegend } from '@/components/figures/map-legend'
import type { PlaceFigures } from '@/lib/figures/dashboard/places'
import { legendOf, scaleFor } from '@/lib/figures/map/shades'
import { underFive } from '@/lib/supporters/under-five'

/** The map of the span, each hexagon a link to its row. Shades begin at 1 here: staff see every number. */
export function StaffMap({ places }: { places: readonly PlaceFigures[] }) {
  const seats = places.map(({ key, name, supporters }) => ({
    code: key,
    name,
    nation: '',
    supporters: supporters > 0 ? underFive(supporters) : supporters,
  }))
  return (
    <figure className="space-y-3">
      <LinkedMap seats={seats} masking="reached" />
      <figcaption>
        <MapLegend legend={legendOf(scaleFor(seats), 'reached')} />
      </figcaption>
    </figure>
  )
}
