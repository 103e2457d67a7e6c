import { and, asc, count, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { letters, mailEvents, senderBlocks, staffAlerts } from '@/db/schema/index'
import { nextOpening } from '@/lib/delivery/sending-hours'
import type { Context } from '@/lib/kernel/context'
import { readRows, readValue } from '@/lib/kernel/read-rows'
import { DAY, MINUTE } from '@/lib/kernel/time/durations'
import { heldBecause, waitingForPerson } from '@/lib/letters/held-for-person'

export const alertKinds = [
  'queue',
  'held',
  'bounces',
  'mp-bounces',
  'complaint',
  'purge',
  'blocked',
  'blocked-writers',
] as const
export type AlertKind = (typeof alertKinds)[number]

/**
 * Something that administrators must be told; `subject` is an MP's row or a domain for what concerns one, until which
 * moment it looked for what waits for a person, else `all`.
 */
export type Alert = { kind: AlertKind; subject: string }

/** For so many minutes in which letters are sent, what can go may wait. */
export const QUEUE_MINUTES = 60
const BOUNCES_SHARE = 0.05
const HARD_BOUNCES = 3

/** What is amiss at this moment with the sending of letters. */
export async function raisedAlerts(ctx: Context): Promise<Alert[]> {
  const alerts: Alert[] = []
  const oldest = await oldestWaiting(ctx)
  if (oldest && hasWaited(ctx, oldest, QUEUE_MINUTES)) alerts.push({ kind: 'queue', subject: 'all' })
  const held = await newlyHeld(ctx)
  if (held) alerts.push({ kind: 'held', subject: held })
  const { sent, bounced } = await dayOfBounces(ctx)
  if (bounced > sent * BOUNCES_SHARE) alerts.push({ kind: 'bounces', subject: 'all' })
  for (const mpId of await mpsWhoseMailComesBack(ctx)) alerts.push({ kind: 'mp-bounces', subject: mpId })
  if (await complainedToday(ctx)) alerts.push({ kind: 'complaint', subject: 'all' })
  for (const { domain } of await senderBlocksNow(ctx)) alerts.push({ kind: 'blocked', subject: domain })
  if (await writersBlockedToday(ctx)) alerts.push({ kind: 'blocked-writers', subject: 'all' })
  return alerts
}

/**
 * Until when it has looked, where a letter was held for a person since administrators were told last. All letters that
 * were held in between are told of by one e-mail. What was held in the last minute may not be committed yet.
 */
async function newlyHeld(ctx: Context): Promise<string | null> {
  const [last] = await ctx.db
    .select({ until: readValue(z.string().nullable(), sql`max(${staffAlerts.subject})`) })
    .from(staffAlerts)
    .where(eq(staffAlerts.kind, 'held'))
  const until = new Date(ctx.now().getTime() - MINUTE)
  const since = last?.until ? new Date(last.until) : null
  return (await waitingForPerson(ctx, { since, until })) ? until.toISOString() : null
}

/** Since when the oldest letter waits to be sent, counted from when it was queued last; `null` when none does. */
export async function oldestWaiting({ db }: Context): Promise<Date | null> {
  const [row] = await readRows(
    db,
    z.object({ since: z.string().nullable() }),
    sql`
    select min(queued_at) as since from (
      select coalesce((
        select max(at) from letter_events where letter_id = letters.id and letter_events.state = 'queued'
      ), confirmed_at) as queued_at
      from letters where state in ('queued', 'sending') and not_genuine_at is null
      order by confirmed_at limit 1000
    ) waiting`,
  )
  return row?.since ? new Date(row.since) : null
}

/** Whether a letter that waits since then has waited so many minutes in which letters are sent. */
export function hasWaited({ env, now }: Pick<Context, 'env' | 'now'>, since: Date, minutes: number): boolean {
  const { sendHours } = env
  let open = 0
  for (let at = now().getTime(); at - MINUTE >= since.getTime(); at -= MINUTE) {
    if (!sendHours || nextOpening(sendHours, new Date(at - MINUTE)) === null) open += 1
    if (open >= minutes) return true
  }
  return false
}

/** How many letters the mail service took in the last 24 hours, and how many came back. */
export async function dayOfBounces({ db, now }: Context): Promise<{ sent: number; bounced: number }> {
  const since = new Date(now().getTime() - DAY).toISOString()
  const [row] = await readRows(
    db,
    z.object({ sent: z.number(), bounced: z.number() }),
    sql`
    select
      (select count(*)::int from delivery_attempts
        where outcome = 'accepted' and ended_at > ${since}::timestamptz) as sent,
      (select count(*)::int from letter_events
        where reason in ('hard-bounce', 'soft-bounce', 'mailbox-full', 'suppressed', 'returned') and at > ${since}::timestamptz) as bounced`,
  )
  return row ?? { sent: 0, bounced: 0 }
}

/** MPs to whom the letters of three supporters came back for good within a week. Nothing is disabled by that. */
async function mpsWhoseMailComesBack({ db, now }: Context): Promise<string[]> {
  const since = new Date(now().getTime() - 7 * DAY).toISOString()
  const rows = await readRows(
    db,
    z.object({ mp_id: z.string() }),
    sql`
    select letters.mp_id from letter_events join letters on letters.id = letter_events.letter_id
    where letter_events.reason in ('hard-bounce', 'suppressed') and letter_events.at > ${since}::timestamptz and letters.mp_id is not null
    group by letters.mp_id having count(distinct letters.supporter_id) >= ${HARD_BOUNCES}`,
  )
  return rows.map(({ mp_id }) => mp_id)
}

async function complainedToday({ db, now }: Context): Promise<boolean> {
  const since = new Date(now().getTime() - DAY)
  const [row] = await db
    .select({ id: letters.id })
    .from(letters)
    .where(and(isNotNull(letters.complainedAt), sql`${letters.complainedAt} > ${since.toISOString()}::timestamptz`))
    .limit(1)
  return row !== undefined
}

/** The domains to which nothing goes, since their servers will have nothing from our sender. */
export function senderBlocksNow({ db }: Context): Promise<{ domain: string; blockedAt: Date; said: string }[]> {
  return db
    .select({ domain: senderBlocks.domain, blockedAt: senderBlocks.blockedAt, said: senderBlocks.said })
    .from(senderBlocks)
    .where(isNull(senderBlocks.clearedAt))
    .orderBy(asc(senderBlocks.domain))
}

/** How much mail to writers came back today since their mail services will have nothing from our sender, and a reason. */
export async function writersBlockedToday({ db, now }: Context): Promise<{ many: number; said: string } | null> {
  const since = new Date(now().getTime() - DAY)
  const [row] = await db
    .select({ many: count(), said: readValue(z.string(), sql`max(${mailEvents.detail} ->> 'said')`) })
    .from(mailEvents)
    .where(and(eq(mailEvents.outcome, 'blocked'), gt(mailEvents.receivedAt, since)))
  return row && row.many > 0 ? { many: row.many, said: row.said ?? '' } : null
}

/** How many letters are held since a domain will have nothing from our sender. */
export async function heldForBlocks({ db }: Context): Promise<number> {
  const [row] = await db.select({ many: count() }).from(letters).where(heldBecause('blocked'))
  return row?.many ?? 0
}
