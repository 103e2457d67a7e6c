import { longDate } from '@/lib/kernel/text'

/** A day or an hour in London, "2026-11-24" or "2026-11-24T14", as if London's clock were UTC: as charts take it. */
export function momentOf(at: string): Date {
  return new Date(at.length === 10 ? `${at}T00:00:00Z` : `${at}:00:00Z`)
}

/** "24 November 2026", or "24 November 2026, 14:00 to 15:00"; `dated` writes the day. */
export function momentWords(at: string, dated: (date: Date) => string = longDate): string {
  const [day = '', hour] = at.split('T')
  const date = dated(new Date(`${day}T12:00:00Z`))
  return hour ? `${date}, ${hour}:00 to ${String((Number(hour) + 1) % 24).padStart(2, '0')}:00` : date
}
