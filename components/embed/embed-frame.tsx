import type { ReactNode } from 'react'
import { FrameHeight } from './frame-height'

type Props = {
  /** The campaign's accent, one of `app/palettes.css`. */
  palette: string
  children: ReactNode
}

/** The whole of a page that stands in a frame of another site: a notice with an edge of its own. */
export function EmbedFrame({ palette, children }: Props) {
  return (
    <main data-palette={palette} className="space-y-4 border-2 border-edge bg-ground p-4 sm:p-6">
      {children}
      <FrameHeight />
    </main>
  )
}
