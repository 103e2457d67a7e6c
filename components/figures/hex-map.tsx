import type { ReactNode } from 'react'
import { MapLegend } from './map-legend'
import { MapReader } from './map-reader'

type Props = {
  slug: string
  /** The size of the drawing, so that nothing moves when it arrives. */
  size: { width: number; height: number }
  /** The picture in words. */
  words: string
  /** The shades above "under 5". */
  shades: readonly { from: number; words: string }[]
  amongAll: boolean
  /** The reader's own constituency, outlined. */
  own?: { code: string; name: string }
  children?: ReactNode
}

/**
 * The constituencies as hexagons, shaded by supporters. A picture, fetched when it comes near; where scripts run,
 * pointing, tapping or the arrow keys name a constituency, and without them it leads to the page that does.
 */
export function HexMap({ slug, size, words, shades, amongAll, own, children }: Props) {
  return (
    <figure className="space-y-4">
      <MapReader slug={slug} hint={own ? `Your constituency, ${own.name}, has the heavy outline.` : ''}>
        {/* biome-ignore lint/performance/noImgElement: a drawing made on the server needs no other sizes. */}
        <img
          src={`/campaigns/${slug}/map.svg${own ? `?seat=${own.code}` : ''}`}
          {...size}
          loading="lazy"
          decoding="async"
          alt={words}
          className="block h-auto w-full"
        />
      </MapReader>
      <figcaption className="space-y-2">
        <MapLegend shades={shades} amongAll={amongAll} />
        {children}
        <p>
          <a className="link inline-flex min-h-target items-center font-semibold" href={`/campaigns/${slug}/map#table`}>
            See as a table
          </a>
        </p>
      </figcaption>
    </figure>
  )
}
