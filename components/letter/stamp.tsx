import { COMMA } from '@/components/ui/logo-mark'

type Props =
  | { state: 'ready' | 'waiting' }
  /** `date`: in words, such as "6 October 2020". */
  | { state: 'posted'; date: string }

/** The corner of an envelope: a stamp once it can be posted, its place while it waits, a postmark when it has gone. */
export function Stamp(props: Props) {
  return (
    <svg
      viewBox="0 0 190 112"
      width="190"
      height="112"
      aria-hidden="true"
      focusable="false"
      className="h-auto w-32 max-w-full sm:w-44"
    >
      {props.state === 'waiting' ? <Place /> : <Picture />}
      {props.state === 'posted' && <Postmark date={props.date} />}
    </svg>
  )
}

function Picture() {
  return (
    <g transform="translate(100 4)">
      <rect width="86" height="104" className="fill-post" />
      <rect
        width="86"
        height="104"
        fill="none"
        className="stroke-sheet"
        strokeWidth="6.5"
        strokeLinecap="round"
        strokeDasharray="0 9.5"
      />
      <rect x="9" y="9" width="68" height="86" fill="none" className="stroke-sheet" strokeWidth="1.5" />
      <path d={COMMA} transform="translate(14.5 22) scale(.56)" className="fill-sheet" />
    </g>
  )
}

function Place() {
  return (
    <rect
      x="102"
      y="5"
      width="84"
      height="102"
      fill="none"
      className="stroke-sheet-muted"
      strokeWidth="2"
      strokeDasharray="7 6"
    />
  )
}

function Postmark({ date }: { date: string }) {
  const [day = '', month = '', year = ''] = date.split(' ')
  return (
    <g className="stroke-sheet-ink" fill="none" strokeWidth="2.6">
      <circle cx="56" cy="56" r="40" />
      <circle cx="56" cy="56" r="33" strokeWidth="1.4" />
      {[34, 47, 60, 73].map((y) => (
        <path key={y} d={`M97 ${y}q11-8 22 0t22 0 22 0 22 0`} />
      ))}
      <g className="fill-sheet-ink font-sans" stroke="none" textAnchor="middle" fontSize="13" fontWeight="700">
        <text x="56" y="47">
          {day}
        </text>
        <text x="56" y="61">
          {month.slice(0, 3).toUpperCase()}
        </text>
        <text x="56" y="75">
          {year}
        </text>
      </g>
    </g>
  )
}
