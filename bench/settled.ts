import { setTimeout as sleep } from 'node:timers/promises'
import type postgres from 'postgres'

/** The letters that were confirmed, and how many of them have not gone, once all have or the patience is over. */
export async function settled(
  sql: postgres.Sql,
  patienceMs: number,
): Promise<{ confirmed: number; waiting: number; why: string[] }> {
  for (const deadline = Date.now() + patienceMs; ; await sleep(500)) {
    const left = await sql<{ said: string }[]>`
      select state || coalesce(' ' || held_reason, '') as said from letters
      where confirmed_at is not null and state <> 'accepted'`
    if (left.length > 0 && Date.now() < deadline) continue
    const [all] = await sql<{ count: number }[]>`
      select count(*)::int from letters where confirmed_at is not null`
    return { confirmed: all?.count ?? 0, waiting: left.length, why: left.map(({ said }) => said) }
  }
}
