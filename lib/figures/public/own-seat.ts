import { counted, grouped } from '@/lib/kernel/text'
import { SHOWN_FROM } from '@/lib/supporters/under-five'
import type { Masking } from './masking'
import type { SeatShown } from './public-seats'

type Seat = Pick<SeatShown, 'name' | 'supporters'>

/** "23 people in Bath have written"; `null` while they are too few to be told, or not told at all. */
export function ownSeatWords({ name, supporters }: Seat): string | null {
  return isTold(supporters) ? `${counted(supporters, 'person', 'people')} in ${name} have written` : null
}

/**
 * What greets whoever comes by a supporter's link, which names the seat and nobody. That somebody there has written is
 * said only where everyone may know it; else the link speaks for itself.
 */
export function greetingWords({ name, supporters }: Seat, masking: Masking): string {
  if (isTold(supporters))
    return `One of ${grouped(supporters)} people in ${name} who have written asks you to write too.`
  if (supporters === 'under 5' && masking === 'reached')
    return `Somebody in ${name} has written, and asks you to write too.`
  return `This was passed on from ${name}, to ask you to write too.`
}

function isTold(supporters: Seat['supporters']): supporters is number {
  return typeof supporters === 'number' && supporters >= SHOWN_FROM
}
