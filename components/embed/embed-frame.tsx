import type { ReactNode } from 'react'
import { Accented } from '@/components/ui/accented'
import { FrameHeight } from './frame-height'

type Props = {
  /** The campaign's accent, by its name. */
  palette: string
  children: ReactNode
}

/** The whole of a page that stands in a frame of another site: a notice with an edge of its own. */
export function EmbedFrame({ palette, children }: Props) {
  return (
    <Accented as="main" palette={palette} className="space-y-4 border-2 border-edge bg-ground p-4 sm:p-6">
      {children}
      <FrameHeight />
    </Accented>
  )
}
