import { type SQL, sql } from 'drizzle-orm'

/** The moment at which a day ("2026-11-24") begins on London's clocks, or the day so many days `later`. */
export function startOfLondonDay(day: string, later = 0): SQL {
  return sql`((${day}::date + ${later}::int)::timestamp at time zone 'Europe/London')`
}
