/** Where a visitor came from, as a form carries it on; `source` is printed by lib/figures/sources/source. */
export function SourceFields({ source }: { source: string }) {
  return [...new URLSearchParams(source)].map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}
