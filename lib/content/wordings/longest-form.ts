import { fillPlaceholders, type Placeholder } from '@/lib/content/placeholders'
import { lengthOf } from '@/lib/kernel/text'
import { readParts } from './alternatives'

/** Characters of a wording in its longest form, with `fill` for its placeholders. */
export function longestForm(text: string, fill?: Record<Placeholder, string>): number {
  const lengths = readParts(text).map(({ said }) =>
    [said].flat().reduce((most, one) => Math.max(most, lengthOf(fill ? fillPlaceholders(one, fill) : one)), 0),
  )
  return lengths.reduce((sum, length) => sum + length, 0)
}
