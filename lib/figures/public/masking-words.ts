import type { Masking } from './masking'

/** Why the public sees less of the constituencies than there is, where it does. */
export function maskingWords(masking: Masking): string | null {
  if (masking === 'among-all') {
    return 'For now, constituencies with fewer than 5 supporters look like those without any: so few could be worked out from the total.'
  }
  if (masking === 'left-out') {
    return 'The constituencies with the fewest supporters are not shown, so that nobody can work out a number under 5.'
  }
  return null
}
