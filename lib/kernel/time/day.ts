import { z } from 'zod'

/**
 * Whether a text is a day of the calendar, such as "2026-11-24", of the years 2000 to 2199: what an address or a form
 * asks for. The database knows no year 0, and refuses the 30th of February.
 */
export function isDay(text: string): boolean {
  return z.iso.date().safeParse(text).success && text >= '2000-01-01' && text < '2200-01-01'
}
