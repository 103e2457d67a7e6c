import { type SQL, sql } from 'drizzle-orm'
import type { Promised } from '@/lib/settings/keeping-periods'

/**
 * Until when a supporter who confirmed is kept by the promises that count for them, in a statement that has their row
 * as `supporters`: null, where they asked for updates, until they leave.
 */
export function keptUntil(promises: readonly Promised[]): SQL {
  const closedAt = sql`(select closed.closed_at from campaigns closed where closed.id = supporters.campaign_id)`
  const ends = promises.map(({ until, monthsAfterClose, monthsAfterSigning }) => {
    const end = sql`least(
      supporters.confirmed_at + make_interval(months => ${monthsAfterSigning}::int),
      ${closedAt} + make_interval(months => ${monthsAfterClose}::int))`
    return until ? sql`case when supporters.created_at < ${until.toISOString()}::timestamptz then ${end} end` : end
  })
  return sql`case when supporters.updates_asked_at is null or supporters.unsubscribed_at is not null
    then least(${sql.join(ends, sql`, `)}) end`
}
