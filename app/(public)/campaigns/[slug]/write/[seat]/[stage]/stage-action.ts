import type { Preview } from '@/app/(public)/preview-bar'
import { writingAddress } from '@/lib/letters/writing-addresses'
import type { WritingStage } from '@/lib/letters/writing-stages'

/** Where a form of the letter leads: to the page that is next, or to the one page of a preview. */
export function stageAction(slug: string, seat: string, stage: WritingStage, preview: Preview | undefined): string {
  return preview ? `${preview.base}/write` : writingAddress(slug, seat, stage)
}
