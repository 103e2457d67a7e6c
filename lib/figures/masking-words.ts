import type { Masking } from './masking'

/** Why the public sees less of the constituencies than there is, where it does. */
export function maskingWords(masking: Masking): string | null {
  if (masking === 'among-all') {
    return 'So few people have signed where there are fewer than 5 that their number could be worked out: for now those constituencies look like the ones without any.'
  }
  if (masking === 'left-out') {
    return 'The constituencies with the fewest supporters are not shown, so that nobody can work out a number under 5.'
  }
  return null
}
