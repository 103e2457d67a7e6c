import { inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { letters } from '@/db/schema/index'
import { enqueueAll } from '@/lib/jobs/enqueue'
import type { Context } from '@/lib/kernel/context'
import { untilFewer } from '@/lib/kernel/in-batches'
import { readRows } from '@/lib/kernel/read-rows'
import { tellHeldJob, tellReleasedJob } from '@/lib/letters/jobs'
import { LETTERS_AT_ONCE } from '@/lib/letters/move'
import { heldForMp, whyNotEmailedThere } from '@/lib/letters/printed/why-not-emailed'
import { tellDue } from '@/lib/letters/wake-sender'
import { isWaitOver } from './give-up-waiting'

/**
 * Looks again at the letters that are held for want of an MP or of an MP's e-mail address, by who sits now: queues those
 * that can go, those too that wait for their writers to post them, and holds the others for what they lack now. Writers
 * are told. In the order of confirming, 500 in a transaction. Gives how many it queued.
 */
export async function releaseHeld(ctx: Context, batch = LETTERS_AT_ONCE): Promise<number> {
  let released = 0
  await untilFewer(ctx, batch, async (inner, most) => {
    const moved = await releaseSome(inner, most)
    released += moved.filter(({ reason }) => reason === null).length
    return moved.length
  })
  return released
}

/** A letter that was moved; `reason`: for what it is held now, `null` where it is queued. */
const movedLetter = z.object({ id: z.string(), reason: z.enum(heldForMp).nullable() })
type Moved = z.infer<typeof movedLetter>

async function releaseSome(ctx: Context, most: number): Promise<Moved[]> {
  const moved = await readRows(
    ctx.db,
    movedLetter,
    sql`
    with changed as (
      select letters.id, seat.why,
        case when letters.held_reason in ('vacant', 'dissolved') then 'has-mp' else 'has-address' end as freed
      from letters
      left join mps on mps.constituency_code = letters.constituency_code and mps.until is null
      cross join lateral (select ${whyNotEmailedThere(ctx.now())} as why) seat
      where letters.state = 'held' and ${inArray(letters.heldReason, [...heldForMp])}
        and seat.why is distinct from letters.held_reason
        -- Whether this seat alone has no MP, or none has one, is the same to a letter that waits for one.
        and not (letters.held_reason in ('vacant', 'dissolved') and coalesce(seat.why in ('vacant', 'dissolved'), false))
        and not ${await isWaitOver(ctx)}
      order by letters.confirmed_at, letters.id
      limit ${most}
      for update of letters skip locked
    ), moved as (
      update letters
      set state = case when why is null then 'queued' else 'held' end, held_reason = why
      from changed where letters.id = changed.id
      returning letters.id, letters.state, why, freed, letters.confirmed_at
    ), noted as (
      insert into letter_events (letter_id, state, reason, at)
      select id, state, coalesce(why, freed), ${ctx.now().toISOString()}::timestamptz from moved order by confirmed_at, id
    )
    select id, why as reason from moved order by confirmed_at, id`,
  )
  await tellWriters(ctx, moved)
  return moved
}

async function tellWriters(ctx: Context, moved: readonly Moved[]): Promise<void> {
  const queued = moved.filter(({ reason }) => reason === null)
  const held = moved.filter(({ reason }) => reason !== null)
  const jobs = (those: readonly Moved[], key: (letter: Moved) => string) =>
    those.map((letter) => ({ payload: { letterId: letter.id }, key: key(letter) }))
  await enqueueAll(
    ctx,
    tellReleasedJob,
    jobs(queued, ({ id }) => `released ${id}`),
  )
  if (queued.length > 0) await tellDue(ctx)
  await enqueueAll(
    ctx,
    tellHeldJob,
    jobs(held, ({ id, reason }) => `held ${id} ${reason}`),
  )
}
