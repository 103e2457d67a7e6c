import { sql } from 'drizzle-orm'
import { measures } from '@/db/schema/index'

/** The measures as columns, for statements that name them all. */
export const measureColumns = sql.raw(measures.join(', '))

/** Of rows with `measure` and `amount`, a sum for each measure, each under its own name. */
export const sumByMeasure = sql.raw(
  measures.map((one) => `coalesce(sum(amount) filter (where measure = '${one}'), 0)::int as ${one}`).join(', '),
)

/** Adds what is put to what stands there. */
export const addMeasures = sql.raw(measures.map((one) => `${one} = figure_hours.${one} + excluded.${one}`).join(', '))

/** Replaces what stands there. */
export const setMeasures = sql.raw(measures.map((one) => `${one} = excluded.${one}`).join(', '))

/** Whether what is put says otherwise than what stands there. */
export const measuresDiffer = sql.raw(
  `(${measures.map((one) => `figure_hours.${one}`)}) is distinct from (${measures.map((one) => `excluded.${one}`)})`,
)

/**
 * Whose events a roll-up has not read yet: of transactions that were not over before the last one. A snapshot does not
 * list the transaction that took it, so of that one the last event that was read is kept beside it.
 */
export const unread = sql`
  figure_events.xact >= pg_snapshot_xmin(figure_state.seen)
  and case
    when figure_events.xact = figure_state.own_xact then figure_events.id > figure_state.own_id
    else not pg_visible_in_snapshot(figure_events.xact, figure_state.seen)
  end`

/** What the rows of letters, supporters and replies count as at this moment. */
export const countedFromRows = sql`
  select l.campaign_id, l.constituency_code, date_trunc('hour', m.at) as hour, l.source_id, m.measure, 1 as amount
  from letters l
  join supporters s on s.id = l.supporter_id
  left join replies r on r.letter_id = l.id
  cross join lateral letter_measures(l, s, r) m`
