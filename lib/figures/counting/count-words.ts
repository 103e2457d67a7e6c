import { counted, grouped } from '@/lib/kernel/text'
import { countStep } from './count-step'

/** How many have written, in words that stay true for a while: "37 people have written", "More than 1,200 people …". */
export function countWords(supporters: number): string {
  if (supporters === 0) return 'Be the first to write'
  const step = countStep(supporters)
  if (step === supporters) return `${counted(supporters, 'person has', 'people have')} written`
  return `More than ${grouped(step)} people have written`
}
