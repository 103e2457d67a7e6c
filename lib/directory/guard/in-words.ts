import { grouped } from '@/lib/kernel/text'

/** "1.3%" of a whole; "under 0.1%" for what is more than nothing, and "over 99.9%" for what is less than all. */
export function shareOf(part: number, whole: number): string {
  const percent = whole === 0 ? 0 : (part / whole) * 100
  if (percent > 0 && percent < 0.1) return 'under 0.1%'
  if (percent > 99.9 && percent < 100) return 'over 99.9%'
  return `${percent.toFixed(1).replace(/\.0$/, '')}%`
}

/** "A, B, C and 4 more". */
export function someOf(names: readonly string[], most = 5): string {
  const more = names.length - most
  return `${names.slice(0, most).join(', ')}${more > 0 ? ` and ${grouped(more)} more` : ''}`
}
