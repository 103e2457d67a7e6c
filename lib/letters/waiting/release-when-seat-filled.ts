import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { enqueueAll } from '@/lib/jobs/enqueue'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { readRows } from '@/lib/kernel/read-rows'
import { tellHeldJob, tellReleasedJob } from '@/lib/letters/jobs'
import { LETTERS_AT_ONCE } from '@/lib/letters/move'
import { tellDue } from '@/lib/letters/wake-sender'
import { isWaitOver } from './give-up-waiting'

/**
 * Queues the letters that were held for a vacant seat, wherever somebody sits now, and has their writers told; gives how
 * many. In the order of confirming, 500 in a transaction. Where the new MP gives no e-mail, the letter is held for that.
 * Letters held for no e-mail stay: their writers were asked to post them.
 */
export async function releaseHeld(ctx: Context, batch = LETTERS_AT_ONCE): Promise<number> {
  let released = 0
  for (;;) {
    const moved = await inTransaction(ctx, (tx) => releaseSome(tx, batch))
    released += moved.filter(({ state }) => state === 'queued').length
    if (moved.length < batch) return released
  }
}

const movedLetter = z.object({ id: z.string(), state: z.enum(['queued', 'held']) })
type Moved = z.infer<typeof movedLetter>

async function releaseSome(ctx: Context, most: number): Promise<Moved[]> {
  const moved = await readRows(
    ctx.db,
    movedLetter,
    sql`
    with free as (
      select letters.id, mps.email is not null as reachable
      from letters join mps on mps.constituency_code = letters.constituency_code and mps.until is null
      where letters.state = 'held' and letters.held_reason in ('vacant', 'dissolved') and not ${await isWaitOver(ctx)}
      order by letters.confirmed_at, letters.id
      limit ${most}
    ), moved as (
      update letters
      set state = case when reachable then 'queued' else 'held' end,
        held_reason = case when reachable then null else 'no-email' end
      from free
      -- Asked again, since it may have been withdrawn meanwhile: of two movers at once one wins.
      where letters.id = free.id and letters.state = 'held' and letters.held_reason in ('vacant', 'dissolved')
      returning letters.id, letters.state, letters.held_reason, letters.confirmed_at
    ), noted as (
      insert into letter_events (letter_id, state, reason, at)
      select id, state, coalesce(held_reason, 'has-mp'), ${ctx.now().toISOString()}::timestamptz from moved order by confirmed_at, id
    )
    select id, state from moved order by confirmed_at, id`,
  )
  await queue(ctx, moved)
  return moved
}

async function queue(ctx: Context, moved: readonly Moved[]): Promise<void> {
  const of = (state: Moved['state'], key: (id: string) => string) =>
    moved.filter((letter) => letter.state === state).map(({ id }) => ({ payload: { letterId: id }, key: key(id) }))
  await enqueueAll(
    ctx,
    tellReleasedJob,
    of('queued', (id) => `released ${id}`),
  )
  if (moved.some(({ state }) => state === 'queued')) await tellDue(ctx)
  await enqueueAll(
    ctx,
    tellHeldJob,
    of('held', (id) => `held ${id} no-email`),
  )
}
