import type { SharePicture } from '@/app/_pictures/share-picture'
import type { Poster } from '@/lib/campaigns/poster/draw'
import type { EncodedPicture } from '@/lib/campaigns/share-picture/encode'
import type { PrintedLetter } from '@/lib/letters/printed/letter-pdf'

/** What can be drawn: from what, and what comes of it. All of it is copied between threads. */
export type Drawings = {
  letter: { from: PrintedLetter; gives: Uint8Array }
  poster: { from: Poster; gives: Uint8Array }
  share: { from: SharePicture; gives: Uint8Array }
  upload: { from: Uint8Array; gives: EncodedPicture | { refused: string } }
}

export type Drawing = keyof Drawings
export type Order<D extends Drawing = Drawing> = { [K in D]: { drawing: K; from: Drawings[K]['from'] } }[D]
