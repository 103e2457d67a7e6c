import { writingAddress } from '@/lib/letters/writing-addresses'
import type { WritingStage } from '@/lib/letters/writing-stages'
import { CONFIRM_LINK_DAYS } from '@/lib/settings/confirm-link-days'
import { keyOf } from './browser-draft'

type Props = { slug: string; seat: string; asked: WritingStage }

/** Leads on to the page that was asked for, where this browser keeps the letter: `public/resume-letter.js`. */
export function ResumeLetter({ slug, seat, asked }: Props) {
  return (
    // It has to run while the page is read.
    <script
      src="/resume-letter.js"
      data-key={keyOf(slug)}
      data-days={CONFIRM_LINK_DAYS}
      data-seat={seat}
      data-address={writingAddress(slug, seat)}
      data-asked={asked}
    />
  )
}
