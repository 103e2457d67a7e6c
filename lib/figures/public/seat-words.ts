import { counted } from '@/lib/kernel/text'
import type { Masking } from './masking'
import type { SeatShown } from './public-seats'

/** What the public reads of one constituency. */
export function seatWords({ supporters }: Pick<SeatShown, 'supporters'>, masking: Masking): string {
  if (supporters === null) return 'not shown'
  if (supporters === 'under 5') return masking === 'among-all' ? 'none, or under 5 supporters' : 'under 5 supporters'
  return supporters === 0 ? 'no supporters yet' : counted(supporters, 'supporter')
}
