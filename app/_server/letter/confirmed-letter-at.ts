import type { Confirmed } from '@/lib/supporters/confirm'

/** Where a letter is shown to its writer who has just confirmed it, by the link's button or by the code. */
export function confirmedLetterAt(token: string, outcome: Confirmed): string {
  return `/letters/${token}${outcome === 'already' ? '?already=1' : '?confirmed=1'}`
}
