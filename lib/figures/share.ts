/**
 * "43%" of a whole. All of it alone is "100%", and nothing of it alone "0%"; near both ends it has a decimal. Empty where
 * there is no whole, or where what was counted is more than it: then it is not its whole.
 */
export function share(part: number, whole: number): string {
  if (whole <= 0 || part > whole || part < 0) return ''
  if (part === 0) return '0%'
  if (part === whole) return '100%'
  const percent = (part / whole) * 100
  if (percent > 1 && percent < 99) return `${Math.round(percent)}%`
  const decimal = Math.round(percent * 10) / 10
  if (decimal >= 100) return 'over 99.9%'
  return decimal <= 0 ? 'under 0.1%' : `${decimal}%`
}
