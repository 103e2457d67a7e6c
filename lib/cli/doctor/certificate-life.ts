import { counted, longDate, timeAndDate } from '@/lib/kernel/text'
import { DAY } from '@/lib/kernel/time/durations'
import type { Found } from './look'

/** Of a certificate for three months: by then it should have been renewed for two weeks. */
const LEFT_MOST_MS = 14 * DAY
/** Of a shorter one, this part of its life: those of six days, or of hours, are renewed when a third is left. */
const LEFT_PART = 6

/** How long a certificate is good for still; what to do where it should have been renewed by now. */
export function certificateLife({ from, until }: { from: Date; until: Date }, now: Date): Found {
  const left = until.getTime() - now.getTime()
  const life = until.getTime() - from.getTime()
  const days = Math.floor(left / DAY)
  const found =
    days > 0
      ? `its certificate is good until ${longDate(until)}, ${counted(days, 'day')}`
      : `its certificate ${left > 0 ? 'is' : 'was'} good until ${timeAndDate(until)}`
  const isLate = left < Math.min(LEFT_MOST_MS, life / LEFT_PART)
  return { found, todo: isLate ? 'Renew it, and see why that is not done by itself.' : null }
}
