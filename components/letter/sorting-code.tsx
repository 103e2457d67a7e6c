import { type PostalBar, postalBars } from './postal-bars'

const spans: Record<PostalBar, [top: number, bottom: number]> = {
  ascender: [0, 8],
  full: [0, 13],
  tracker: [5, 8],
  descender: [5, 13],
}

// The postcode of the House of Commons, and the ending that stands for any door there.
const path = postalBars('SW1A0AA9Z')
  .map((bar, i) => `M${i * 4 + 1} ${spans[bar][0]}V${spans[bar][1]}`)
  .join('')

/** SW1A 0AA as a sorting machine reads it. */
export function SortingCode() {
  return (
    <svg
      viewBox="0 0 166 13"
      width="166"
      height="13"
      aria-hidden="true"
      focusable="false"
      className="h-auto w-44 max-w-full"
    >
      <path d={path} className="stroke-sheet-ink forced-colors:stroke-[CanvasText]" strokeWidth="1.7" />
    </svg>
  )
}
