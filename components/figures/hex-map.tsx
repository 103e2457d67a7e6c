import type { ReactNode } from 'react'
import { MapLegend } from './map-legend'
import { MapReader } from './map-reader'

type Props = {
  slug: string
  size: { width: number; height: number }
  /** The hexagons, as the markup of an SVG. */
  shapes: string
  /** The picture in words. */
  words: string
  /** When it was counted, in words. */
  counted: string
  legend: Parameters<typeof MapLegend>[0]['legend']
  /** The reader's own constituency, outlined. */
  own?: { code: string; name: string }
  children?: ReactNode
}

/**
 * The constituencies as hexagons, shaded by supporters. Drawn into the page, so that it is as old as the figures beside
 * it; where scripts run, pointing, tapping or the arrow keys name a constituency, and without them it leads to the page
 * that does.
 */
export function HexMap({ slug, size, shapes, words, counted, legend, own, children }: Props) {
  return (
    <figure className="space-y-3">
      <MapReader
        slug={slug}
        counted={counted}
        hint={own ? `Your constituency, ${own.name}, has the heavy outline.` : ''}
      >
        <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={words} className="block h-auto w-full">
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: markup of our own, which holds nobody's words. */}
          <g dangerouslySetInnerHTML={{ __html: shapes }} />
        </svg>
      </MapReader>
      <figcaption className="space-y-2">
        <MapLegend legend={legend} />
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
