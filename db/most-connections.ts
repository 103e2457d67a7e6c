import type { Sql } from './client'

/** How many connections the server takes, or this role or database may have where that is fewer. */
export async function mostConnections(sql: Sql): Promise<number> {
  const [row] = await sql`
    select least(
      current_setting('max_connections')::int,
      (select nullif(rolconnlimit, -1) from pg_roles where rolname = current_user),
      (select nullif(datconnlimit, -1) from pg_database where datname = current_database())
    ) as most`
  return Number(row?.most)
}
