const format = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
})

/** A moment in a table's cell: "24 Nov 2026, 08:15" in London, on one line. `never` is said where there is none. */
export function When({ at, never = '' }: { at: Date | null; never?: string }) {
  if (!at) return never
  return (
    <time dateTime={at.toISOString()} className="whitespace-nowrap">
      {format.format(at)}
    </time>
  )
}
