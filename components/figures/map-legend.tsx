/** What the map's shades mean. */
export function MapLegend({ shades, amongAll }: { shades: readonly { words: string }[]; amongAll: boolean }) {
  const steps = [
    ...(amongAll ? [] : [{ look: 'none', words: 'none yet' }]),
    { look: 's0', words: amongAll ? 'none, or under 5' : 'under 5' },
    ...shades.map(({ words }, at) => ({ look: at + 1 === shades.length ? 'top' : `s${at + 1}`, words })),
  ]
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-note">
      {steps.map(({ look, words }) => (
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
