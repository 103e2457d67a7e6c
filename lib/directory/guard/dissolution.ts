import { DAY } from '@/lib/kernel/time/durations'

/** Lists are sometimes ahead of the day by a little; a general election follows 25 working days after it. */
const [DAYS_BEFORE, DAYS_AFTER] = [2, 42]

/** Whether Parliament may well be dissolved: one of `dates`, days such as "2029-07-09", is near. */
export function mayBeDissolved(dates: readonly string[], now: Date): boolean {
  return dates.some((date) => {
    const since = now.getTime() - Date.parse(date)
    return since >= -DAYS_BEFORE * DAY && since <= DAYS_AFTER * DAY
  })
}
