import type pg from 'pg'

/**
 * Another server counts its transactions anew. What no roll-up has added to the figures is marked as if it happened just
 * now, the rest as of long ago, and how far the figures have come is said as this server counts.
 */
export async function countTransactionsAnew(client: pg.Client): Promise<void> {
  await client.query(`
    update figure_events e set xact = case
      when e.xact >= pg_snapshot_xmin(s.seen) and case
        when e.xact = s.own_xact then e.id > s.own_id
        else not pg_visible_in_snapshot(e.xact, s.seen) end
      then pg_current_xact_id() else '3'::xid8 end
    from figure_state s`)
  await client.query(`
    update figure_state set seen = pg_current_snapshot(), own_xact = pg_current_xact_id(), own_id = 0`)
}
