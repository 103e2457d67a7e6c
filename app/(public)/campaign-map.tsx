import { HexMap } from '@/components/figures/hex-map'
import { RememberSeat } from '@/components/figures/remember-seat'
import { mapShapes } from '@/lib/figures/map/draw'
import { size } from '@/lib/figures/map/layout'
import { legendOf, scaleFor } from '@/lib/figures/map/shades'
import { maskingWords } from '@/lib/figures/public/masking'
import type { PublicSeats } from '@/lib/figures/public/public-seats'
import { counted, timeAndDate } from '@/lib/kernel/text'

type Props = { slug: string; seats: PublicSeats; own?: { code: string; name: string } }

/** The campaign's map as it stands in a page, with its words. */
export function CampaignMap({ slug, seats: { seats, masking, constituencies, countedAt }, own }: Props) {
  const note = maskingWords(masking)
  return (
    <HexMap
      slug={slug}
      size={size}
      shapes={mapShapes(seats, own?.code)}
      counted={timeAndDate(countedAt)}
      legend={legendOf(scaleFor(seats), masking)}
      own={own}
      words={`Map of the United Kingdom, one hexagon a constituency, shaded by supporters: ${counted(constituencies, 'constituency has', 'constituencies have')} some.${own ? ` Yours, ${own.name}, has the heavy outline.` : ''}`}
    >
      {own && <RememberSeat code={own.code} />}
      {note && <p className="text-note text-muted">{note}</p>}
    </HexMap>
  )
}
