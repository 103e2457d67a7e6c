import { sql } from 'drizzle-orm'
import type { Context } from '@/lib/kernel/context'

/** Every kind of job and what it carries: ids alone, never personal data. */
export type Jobs = {
  'send-confirmation': { letterId: string; reminder: boolean }
  'send-letter': { letterId: string }
  'send-copy': { letterId: string }
  'tell-held': { letterId: string }
  'tell-failed': { letterId: string }
  'tell-wait-ends': { letterId: string }
  'tell-released': { letterId: string }
  'ask-about-reply': { letterId: string; again: boolean }
  /** Somebody has asked for their data, or to sign in: by a keyed hash, for known and unknown addresses alike. */
  'find-my-data': { emailHash: string }
  'find-to-sign-in': { emailHash: string }
  'send-my-data-link': { supporterId: string }
  'send-sign-in-link': { staffId: string; invited: boolean }
  /** Looks for what administrators must be told about the sending of letters. */
  'alert-staff': Record<string, never>
  'check-mail-domain': Record<string, never>
  'send-alert': {
    kind: 'queue' | 'bounces' | 'mp-bounces' | 'complaint' | 'purge' | 'blocked' | 'blocked-writers'
    subject: string
    day: string
    staffId: string
  }
  purge: Record<string, never>
  /** Letters whose seat has an MP again go on their way. */
  'release-held': Record<string, never>
  /** What staff have begun to do to many letters goes on. */
  'act-on-letters': Record<string, never>
  /** Letters to a domain whose servers will have nothing from our sender wait; those to one that may again, go. */
  'hold-blocked': Record<string, never>
  'release-blocked': Record<string, never>
  'sync-members': Record<string, never>
  /** A version that was to go live by itself, if it still is. */
  'publish-scheduled': { campaignId: string }
  /** A member has left the team, or has another role: what they may not publish any more is called off. */
  'call-off-publishing': { staffId: string; byId: string | null }
  /** A scheduled version does not go live as its scheduler has set it. */
  'tell-called-off': {
    campaignId: string
    versionId: string
    at: string
    staffId: string
    /** `no-right`: its scheduler may not publish any more, told to administrators; `own-role`: told to them. */
    why: 'cancelled' | 'rescheduled' | 'published' | 'faulty' | 'no-right' | 'own-role'
    byId: string | null
    key: string
  }
  'send-preview': {
    versionId: string
    which:
      | 'confirm'
      | 'reminder'
      | 'already'
      | 'letter'
      | 'copy'
      | 'vacant'
      | 'dissolved'
      | 'by-post'
      | 'review'
      | 'released'
      | 'undelivered'
      | 'reply'
      | 'reply-again'
    seat: string
    staffId: string
    key: string
  }
  'tell-sync-held': { syncId: string; staffId: string }
  /** Whether the figures are what the rows say. */
  'recount-figures': Record<string, never>
  'tell-recount': { staffId: string; differences: number; examples: string[] }
  'find-milestones': Record<string, never>
  'tell-milestone': { campaignId: string; kind: 'letters' | 'nation'; subject: string; staffId: string }
  'send-due-digests': Record<string, never>
  'send-digest': { staffId: string; day: string }
  /** Those who confirmed while a webhook was off, to which it is on again. */
  'catch-up-webhook': { endpointId: string; since: string }
  'tell-webhook-off': { endpointId: string; staffId: string }
}

type Options = {
  /** Not before this moment. */
  runAt?: Date
  /** Two jobs with one key are one job: the later replaces the earlier. */
  key?: string
  /** Tries before it is given up; the waits between them grow. */
  maxAttempts?: number
}

/** Queues a job in the caller's transaction: it runs if, and only if, the transaction is kept. */
export async function enqueue<Kind extends keyof Jobs>(
  ctx: Context,
  kind: Kind,
  payload: Jobs[Kind],
  { runAt, key, maxAttempts = 25 }: Options = {},
): Promise<void> {
  await ctx.db.execute(sql`
    select graphile_worker.add_job(
      ${kind}::text,
      payload := ${JSON.stringify(payload)}::json,
      run_at := ${runAt?.toISOString() ?? null}::timestamptz,
      max_attempts := ${maxAttempts}::int,
      job_key := ${key ?? null}::text
    )`)
}

/** Queues a job of one kind for each payload, due in their order, in one statement; each has its own key. */
export async function enqueueAll<Kind extends keyof Jobs>(
  ctx: Context,
  kind: Kind,
  jobs: readonly { payload: Jobs[Kind]; key: string }[],
  { runAt, maxAttempts = 25 }: Pick<Options, 'runAt' | 'maxAttempts'> = {},
): Promise<void> {
  if (jobs.length === 0) return
  const from = sql`coalesce(${runAt?.toISOString() ?? null}::timestamptz, clock_timestamp())`
  // A microsecond apart: which of many jobs of one moment comes first would be left to the database.
  await ctx.db.execute(sql`
    select count(*) from graphile_worker.add_jobs(array(
      select row(
        ${kind}::text, one -> 'payload', null, ${from} + place * interval '1 microsecond',
        ${maxAttempts}::int, one ->> 'key', null, null
      )::graphile_worker.job_spec
      from jsonb_array_elements(${JSON.stringify(jobs)}::jsonb) with ordinality as each(one, place)
    ))`)
}
