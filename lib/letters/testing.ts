import { eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { letters, links, mps, supporters } from '@/db/schema/index'
import { databaseUrl, type Prepared, testDatabase } from '@/db/testing'
import { findCampaign, type LiveCampaign } from '@/lib/content/find-campaign'
import { firstCampaign } from '@/lib/content/first-campaign'
import { publishFirstCampaign } from '@/lib/content/first-campaign/publish-first-campaign'
import { loadSnapshot } from '@/lib/directory/snapshot/load'
import type { Job } from '@/lib/jobs/define-job'
import { env } from '@/lib/kernel/env'
import { NOON } from '@/lib/kernel/testing/noon'
import { readMailbox, type StoredMessage } from '@/lib/mailer/local-mailbox'
import { keepAllowed } from '@/lib/mailer/preflight/domain-state'
import { type Given, rolledBack, type TestContext, testContext } from '@/lib/mailer/testing/context'
import { anyWording } from '@/lib/writing/wordings/any-wording'
import { confirmLetter } from './confirming/confirm'
import type { Placing } from './proof/placing'
import { submitLetter } from './submit'

/** An ordinary Tuesday, in the hours when letters are sent. */

export const WESTMINSTER = 'E14001172'
/** Holborn and St Pancras, vacant in the snapshot. */
export const VACANT = 'E14001290'
/** New Forest East, whose MP has no e-mail in the snapshot. */
export const NO_EMAIL = 'E14001373'

/** The directory, and the first campaign, published: by whichever test is the first, also by one whose mail is real. */
export const WITH_CAMPAIGN: Prepared = {
  name: 'with_campaign',
  prepare: async (db) => {
    const ctx = testContext(db, NOON, { env: { mailIsLocal: true } })
    await loadSnapshot(ctx)
    await publishFirstCampaign(ctx)
  },
}

/** This test file's database, at `url`, with the directory and the first campaign. What is done with the context is kept. */
export async function livingCampaign(
  given?: Given,
): Promise<{ ctx: TestContext; campaign: LiveCampaign; url: string }> {
  const db = await testDatabase(WITH_CAMPAIGN)
  return { ...(await campaignIn(db, given)), url: await databaseUrl(db) }
}

/** The same in a database that has been made {@link WITH_CAMPAIGN}. */
export async function campaignIn(db: Database, given?: Given): Promise<{ ctx: TestContext; campaign: LiveCampaign }> {
  const ctx = testContext(db, NOON, given)
  const campaign = await findCampaign(ctx, firstCampaign.slug)
  if (!campaign) throw new Error('The first campaign is not published.')
  // Its domain has no records that anybody could look at.
  if (!ctx.env.mailIsLocal) await keepAllowed(ctx)
  return { ctx, campaign }
}

/** The same in a transaction that is rolled back. */
export async function onCampaign(
  work: (ctx: TestContext, campaign: LiveCampaign) => Promise<void>,
  given?: Given,
): Promise<void> {
  const { campaign } = await livingCampaign()
  await rolledBack((ctx) => work(ctx, campaign), NOON, given)
}

/** What a test says otherwise than usual of who writes, and what. */
export type Written = Partial<{
  name: string
  email: string
  updates: boolean
  refused: boolean
  subject: string
  body: string
  address1: string
  constituencyCode: string
  placing: Placing
  submissionId: string
  address2: string
  abroad: string
  phone: string
  town: string
  asks: string[]
  network: string
}>

let writers = 0

/** A submission as the check page makes it, by somebody new each time. */
export function submission(campaign: LiveCampaign, written: Written = {}): Parameters<typeof submitLetter>[1] {
  writers += 1
  return {
    campaign,
    submissionId: written.submissionId ?? crypto.randomUUID(),
    constituencyCode: written.constituencyCode ?? WESTMINSTER,
    postcode: 'SW1A 0AA',
    placing: written.placing ?? { kind: 'inside', others: [] },
    asks: written.asks ?? ['ceasefire', 'talks'],
    wording: anyWording(campaign.content, 0),
    answered: [],
    givenId: '',
    network: written.network ?? '',
    group: null,
    words: {
      subject: written.subject ?? 'The people of Artsakh',
      body: written.body ?? 'My own grandmother fled.\n\nHelp.',
    },
    details: {
      name: written.name ?? 'Anna Sarkissian',
      email: written.email ?? `writer${writers}@example.org`,
      address1: written.address1 ?? '7 Quince Row',
      address2: written.address2 ?? '',
      town: written.town ?? 'London',
      abroad: written.abroad ?? '',
      phone: written.phone ?? '',
      updates: written.updates ?? false,
      refused: written.refused ?? false,
    },
  }
}

/** A letter that was submitted and not confirmed yet. */
export async function writtenLetter(ctx: TestContext, campaign: LiveCampaign, written: Written = {}) {
  const given = submission(campaign, written)
  const token = await submitLetter(ctx, given)
  const [row] = await ctx.db
    .select({ id: letters.id, supporterId: letters.supporterId })
    .from(letters)
    .innerJoin(supporters, eq(supporters.id, letters.supporterId))
    .where(eq(supporters.submissionId, given.submissionId))
  if (!row || !token) throw new Error('The letter was not stored.')
  return { ...row, token, ...given.details }
}

/** A letter that is confirmed, and so queued or held. */
export async function confirmedLetter(ctx: TestContext, campaign: LiveCampaign, written: Written = {}) {
  const letter = await writtenLetter(ctx, campaign, written)
  await confirmLetter(ctx, letter.id)
  return letter
}

/** A letter's row as it stands. */
export async function letterRow(ctx: TestContext, id: string): Promise<typeof letters.$inferSelect> {
  const [row] = await ctx.db.select().from(letters).where(eq(letters.id, id))
  if (!row) throw new Error(`There is no letter ${id}.`)
  return row
}

/** Puts somebody else, or nobody, in a seat: as of now, or of a moment before. */
export async function changeMp(
  ctx: TestContext,
  code: string,
  next: { name: string; email: string | null; since?: Date } | null,
) {
  await ctx.db.update(mps).set({ until: ctx.now() }).where(eq(mps.constituencyCode, code))
  if (!next) return
  await ctx.db
    .insert(mps)
    .values({ constituencyCode: code, memberId: 99_001, party: 'Independent', since: ctx.now(), ...next })
}

/** The jobs of one kind that wait for this letter or supporter; what they carry is typed where the job itself is given. */
export async function queued<Payload = unknown>(ctx: TestContext, job: string | Job<Payload>, id: string) {
  const rows = await ctx.db.execute<{ payload: Payload; run_at: string; max_attempts: number }>(sql`
    select job.payload, job.run_at, job.max_attempts
    from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
    where task.identifier = ${typeof job === 'string' ? job : job.kind} and job.payload::text like ${`%${id}%`}
    order by job.id`)
  return rows.map(({ payload, run_at, max_attempts }) => ({
    payload: typeof job === 'string' ? payload : job.schema.parse(payload),
    runAt: new Date(run_at),
    maxAttempts: max_attempts,
  }))
}

/** The messages to one address, oldest first. */
export async function mailTo(address: string): Promise<StoredMessage[]> {
  return (await readMailbox(env())).filter(({ to }) => to === address).reverse()
}

/** The messages that an MP's office got from one writer. */
export async function mailFrom(writer: string): Promise<StoredMessage[]> {
  return (await readMailbox(env())).filter(({ replyTo }) => replyTo === writer)
}

/** The token in a message's link to such a page, as `/confirm/TOKEN`. */
export function tokenIn(message: StoredMessage | undefined, page: string): string {
  const token = new RegExp(`/${page}/([\\w-]+)`).exec(message?.text ?? '')?.[1]
  if (!token) throw new Error(`The message has no link to /${page}/.`)
  return token
}

/** How many links there are for a letter. */
export async function linkCount(ctx: TestContext, letterId: string): Promise<number> {
  return (await ctx.db.select().from(links).where(eq(links.letterId, letterId))).length
}
