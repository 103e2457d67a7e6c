import { type SQL, sql } from 'drizzle-orm'
import { type Measure, measures } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { letterFigures } from './dashboard/letters'
import { replyFigures } from './dashboard/replies'
import { stuckFigures } from './dashboard/stuck'
import { sumsOf } from './dashboard/sums'
import { definitions, type standing } from './definitions'

type Scope = { campaignId: string; from: string; to: string }
/** A figure as the dashboard has it, and the same counted from the rows by a statement that shares nothing with it. */
export type Compared = { figure: string; shown: number; fromRows: number }

type Standing = keyof typeof standing

/** Every figure of the definitions, counted both ways: one without a statement here is refused by the compiler. */
export async function comparedWithRows(ctx: Context, scope: Scope): Promise<Compared[]> {
  const [sums, replies, stuck, letters] = [
    await sumsOf(ctx, scope),
    await replyFigures(ctx, scope),
    await stuckFigures(ctx, scope.campaignId),
    await letterFigures(ctx, scope),
  ]
  const standingShown: Record<Standing, number> = {
    answered: replies.realAnswer,
    acknowledged: replies.acknowledgement,
    held: stuck.held,
    queued: stuck.queued,
    unconfirmed: stuck.unconfirmed,
    ask: letters.byAsk.reduce((sum, one) => sum + one.letters, 0),
    own_words: letters.ownWords.own,
  }
  const one = async (query: SQL) => {
    const [row] = await ctx.db.execute<{ n: number }>(sql`select (${query})::int as n`)
    return row?.n ?? -1
  }
  const compared: Compared[] = []
  const counts = measuresFromRows(scope)
  for (const measure of measures) {
    compared.push({ figure: definitions[measure].label, shown: sums[measure], fromRows: await one(counts[measure]) })
  }
  for (const [name, query] of Object.entries(standingFromRows(scope))) {
    compared.push({ figure: name, shown: standingShown[name as Standing], fromRows: await one(query) })
  }
  return compared
}

function days({ from, to }: Scope, column: string): SQL {
  return sql`(${sql.raw(column)} at time zone 'Europe/London')::date between ${from}::date and ${to}::date`
}

const GENUINE = sql`not_genuine_at is null and reflected_at is null and chases is null`

function measuresFromRows(scope: Scope): Record<Measure, SQL> {
  const letters = sql`select count(*) from letters l where campaign_id = ${scope.campaignId}::uuid
    and ${GENUINE} and state <> 'withdrawn'`
  const replied = (answer: string) => sql`select count(*) from replies r where answer = ${answer}
    and ${days(scope, 'answered_at')} and r.letter_id in (
      select id from letters where campaign_id = ${scope.campaignId}::uuid and ${GENUINE} and state <> 'withdrawn')`
  const first = sql`exists (select from supporters s where s.id = l.supporter_id and s.repeat_of is null`
  const seen = (measure: Measure) => sql`select coalesce(sum(amount), 0) from figure_events
    where campaign_id = ${scope.campaignId}::uuid and measure = ${measure} and ${days(scope, 'hour')}`
  return {
    viewed: seen('viewed'),
    found: seen('found'),
    started: seen('started'),
    submitted: sql`${letters} and ${days(scope, 'created_at')}`,
    confirmed: sql`${letters} and ${days(scope, 'confirmed_at')} and ${first})`,
    accepted: sql`${letters} and ${days(scope, 'accepted_at')}`,
    delivered: sql`${letters} and state = 'delivered' and ${days(scope, 'ended_at')}`,
    bounced: sql`${letters} and state = 'bounced' and ${days(scope, 'ended_at')}`,
    failed: sql`${letters} and state = 'failed' and ${days(scope, 'ended_at')}`,
    by_writer: sql`${letters} and ${days(scope, 'sent_by_writer_at')}`,
    opted_in: sql`${letters} and ${days(scope, 'confirmed_at')} and ${first} and s.updates_asked_at is not null)`,
    unsubscribed: sql`${letters} and confirmed_at is not null and ${first} and ${days(scope, 's.unsubscribed_at')})`,
    asked: sql`${letters} and ${days(scope, 'reply_asked_at')}`,
    real_answer: replied('real-answer'),
    acknowledgement: replied('acknowledgement'),
    no_answer: replied('no'),
    not_expected: replied('not-expected'),
  }
}

function standingFromRows(scope: Scope): Record<Standing, SQL> {
  const letters = sql`from letters l where campaign_id = ${scope.campaignId}::uuid and ${GENUINE}`
  const asked = (answer: string) => sql`select count(*) ${letters} and state <> 'withdrawn'
    and ${days(scope, 'reply_asked_at')} and l.id in (select letter_id from replies where answer = ${answer})`
  const confirmed = sql`${letters} and state <> 'withdrawn' and confirmed_at is not null and ${days(scope, 'created_at')}`
  return {
    answered: asked('real-answer'),
    acknowledged: asked('acknowledgement'),
    held: sql`select count(*) ${letters} and state = 'held'`,
    queued: sql`select count(*) ${letters} and state in ('queued', 'sending')`,
    unconfirmed: sql`select count(*) ${letters} and state = 'unconfirmed'`,
    ask: sql`select coalesce(sum(cardinality(asks)), 0) ${confirmed}`,
    own_words: sql`select count(*) ${confirmed} and own_words >= 20`,
  }
}
