import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { DAY } from './durations'

/**
 * Whether a text is a day of the calendar, such as "2026-11-24", of the years 2000 to 2199: what an address or a form
 * asks for. The database knows no year 0, and refuses the 30th of February.
 */
export function isDay(text: string): boolean {
  return z.iso.date().safeParse(text).success && text >= '2000-01-01' && text < '2200-01-01'
}

/** "2026-11-24": the day that it is in London. */
export function londonDay(at: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(at)
}

/** The day so many days later, or earlier. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** The day so many months before, or after where they are negative: the last of its month where that is shorter, as six before 31 August is the end of February. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10)
}

/** How many days there are from one to the other, both included. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / DAY) + 1
}

/** The moment at which a day ("2026-11-24") begins on London's clocks, or the day so many days `later`. */
export function startOfLondonDay(day: string, later = 0): SQL {
  return sql`((${day}::date + ${later}::int)::timestamp at time zone 'Europe/London')`
}
