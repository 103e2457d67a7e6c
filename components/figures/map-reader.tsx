'use client'

import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { fetchMap, type MapData, type Spot, spotAt, spotTowards } from './map-data'

/** `counted`: when the picture was, in words; what is fetched later is told with its own time. */
type Props = { slug: string; hint: string; counted: string; children: ReactNode }

/** Names the constituency under the pointer, the finger or the arrow keys. What it needs is fetched at the first touch. */
export function MapReader({ slug, hint, counted, children }: Props) {
  const loading = useRef<Promise<MapData> | null>(null)
  const [data, setData] = useState<MapData | null>(null)
  const [spot, setSpot] = useState<Spot | null>(null)
  const touched = useRef(false)

  function load(): Promise<MapData> {
    loading.current ??= fetchMap(slug)
    loading.current.then(setData, () => {
      loading.current = null
    })
    return loading.current
  }

  async function point({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>) {
    const { left, top, width } = currentTarget.getBoundingClientRect()
    const map = data ?? (await load().catch(() => null))
    if (!map) return
    const scale = map.width / width
    setSpot(spotAt(map, (clientX - left) * scale, (clientY - top) * scale))
  }

  async function move(event: KeyboardEvent) {
    if (!event.key.startsWith('Arrow')) return
    event.preventDefault()
    const map = data ?? (await load().catch(() => null))
    if (map) setSpot((from) => spotTowards(map, from, event.key) ?? from)
  }

  return (
    <div>
      <a
        href={`/campaigns/${slug}/map`}
        className="relative block"
        onFocus={() => void load().catch(() => {})}
        onKeyDown={(event) => void move(event)}
        onPointerDown={(event) => {
          touched.current = event.pointerType !== 'mouse'
          void point(event)
        }}
        onPointerMove={(event) => void point(event)}
        // A tap names; who wants the page has its link below.
        onClick={(event) => touched.current && event.preventDefault()}
      >
        {children}
        {data && spot && (
          <svg
            viewBox={`0 0 ${data.width} ${data.height}`}
            className="pointer-events-none absolute inset-0 size-full"
            aria-hidden="true"
            focusable="false"
          >
            <path className="map-here" d={`M${spot.x} ${spot.y - 20}l17.3 10v20l-17.3 10-17.3-10v-20z`} />
          </svg>
        )}
      </a>
      <p role="status" className="mt-2 min-h-[3.1rem] text-[min(1rem,9.75vw)] sm:min-h-0">
        {spot ? (
          // Replaced whole: a browser's translation may have put other nodes in place of its texts.
          <span key={`${spot.name}: ${spot.words}`}>
            <strong>{spot.name}</strong>
            <span>{`: ${spot.words}${data && data.counted !== counted ? `, counted at ${data.counted}` : ''}`}</span>
          </span>
        ) : (
          hint || 'Point at a hexagon, tap it or use the arrow keys to have it named.'
        )}
      </p>
    </div>
  )
}
