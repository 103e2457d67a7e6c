/** What the map's shades mean, lightest first. */
export function MapLegend({ legend }: { legend: readonly { look: string; words: string }[] }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-note">
      {legend.map(({ look, words }) => (
        <li key={look} className="inline-flex items-center gap-2">
          <svg viewBox="-15 -17 30 34" width="18" height="20" aria-hidden="true" focusable="false">
            <path className={`map-${look}`} d="M0-15l13 7.5v15l-13 7.5-13-7.5v-15z" />
          </svg>
          {words}
        </li>
      ))}
      <li className="inline-flex items-center gap-2">
        <svg viewBox="0 0 30 34" width="18" height="20" aria-hidden="true" focusable="false">
          <path className="map-london" d="M2 17h26" />
        </svg>
        round London
      </li>
    </ul>
  )
}
