import { counted, grouped } from '@/lib/kernel/text'

/** How many have written, in words that stay true for a while: "37 people have written", "More than 1,200 people …". */
export function countWords(supporters: number): string {
  if (supporters === 0) return 'Be the first to write'
  const step = countStep(supporters)
  if (step === supporters) return `${counted(supporters, 'person has', 'people have')} written`
  return `More than ${grouped(step)} people have written`
}

/**
 * The count as a picture tells it: exact below a hundred, then rounded down to two figures, so that the picture stays
 * the same while a few more sign: 1,294 is "more than 1,200". Networks keep a picture for days.
 */
export function countStep(supporters: number): number {
  if (supporters < 100) return supporters
  const unit = 10 ** (Math.floor(Math.log10(supporters)) - 1)
  return Math.floor(supporters / unit) * unit
}
