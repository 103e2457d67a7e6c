import type { SharePicture } from '@/app/_pictures/share-picture'
import type { Poster } from '@/lib/campaigns/poster/draw'
import type { EncodedPicture } from '@/lib/campaigns/share-picture/encode'
import type { Refused } from '@/lib/kernel/pictures/read-upload'
import type { PrintedLetter } from '@/lib/letters/printed/letter-pdf'
import type { EncodedLogo } from '@/lib/staff/logo/encode'

/** What can be drawn: from what, and what comes of it. All of it is copied between threads. */
export type Drawings = {
  letter: { from: PrintedLetter; gives: Uint8Array }
  poster: { from: Poster; gives: Uint8Array }
  share: { from: SharePicture; gives: Uint8Array }
  upload: { from: Uint8Array; gives: EncodedPicture | Refused }
  logo: { from: Uint8Array; gives: EncodedLogo | Refused }
}

export type Drawing = keyof Drawings
export type Order<D extends Drawing = Drawing> = { [K in D]: { drawing: K; from: Drawings[K]['from'] } }[D]
