import { eq, sql } from 'drizzle-orm'
import { connect, type Database, disconnect } from '@/db/client'
import { staff } from '@/db/schema/index'
import { freshDatabase, type Prepared } from '@/db/testing'
import { beginBatch } from '@/lib/delivery/ledger/begin-batch'
import { playSources } from '@/lib/directory/live/testing'
import { moveLetter } from '@/lib/letters/move'
import { campaignIn, mailTo, tokenIn, WITH_CAMPAIGN } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { unsubscribe } from '@/lib/supporters/unsubscribe'
import { playReceiver, sendDue } from '@/lib/webhooks/testing'
import { type Canary, Installation } from './testing-letters'

/** What becomes of the letters: each is written twice, with and without updates asked for. */
export const LAPSED = ['unconfirmed', 'same-person', 'mail-came-back-unconfirmed']
export const WITHDRAWN = ['withdrawn']
export const WAITING = ['queued', 'sending', 'resent', 'vacant', 'no-email', 'dissolved', 'staff', 'abuse'].concat([
  'unsettled',
  'returned',
  'blocked',
  'no-address-yet',
  'not-genuine',
])
export const ENDED = ['accepted', 'delivered', 'noted', 'bounced', 'failed', 'by-writer', 'complained'].concat([
  'writer-complained',
  'writer-bounced',
  'left',
  'household',
  'not-genuine-sent',
])

const HARD = { type: 'Permanent', subType: 'General', message: '550 5.1.1 user unknown' }
const FULL = { type: 'Transient', subType: 'MailboxFull', message: '452 4.2.2 mailbox full' }
const SOFT = { type: 'Transient', subType: 'General', message: '451 try later' }
const BLOCK = { type: 'Permanent', subType: 'General', message: '550 5.7.1 Client host blocked using Spamhaus' }

export type Run = { ctx: TestContext; canaries: Canary[]; campaignId: string; site: Installation; writtenAt: Date }

let written: Pick<Run, 'canaries' | 'writtenAt'> & { cookies: string }

const WITH_CANARIES: Prepared = {
  name: 'with_canaries',
  from: WITH_CAMPAIGN,
  prepare: async (db) => {
    written = await writeCanaries(db)
  },
}

/** An installation where every letter was written: each time a copy of its own, in place of the one before. */
export async function writtenCanaries(): Promise<Run> {
  const url = await freshDatabase(WITH_CANARIES)
  await disconnect()
  const { ctx, campaign } = await campaignIn(connect(url))
  const { canaries, writtenAt, cookies } = written
  ctx.setNow(writtenAt)
  return { ctx, canaries, campaignId: campaign.id, site: new Installation(ctx, campaign, cookies), writtenAt }
}

/** Has every letter written, and what becomes of it happen, as people, staff and the mail service would do it. */
async function writeCanaries(db: Database): Promise<typeof written> {
  const played = await playSources({})
  process.env.MEMBERS_API_URL = played.membersApiUrl
  process.env.POSTCODES_API_URL = played.postcodesApiUrl
  const { ctx, campaign } = await campaignIn(db)
  ctx.setNow(new Date())
  const receiver = await playReceiver('echo')
  const site = new Installation(ctx, campaign)
  await site.signIn()
  await site.post('/staff/webhooks', { address: receiver.url, campaign: 'all', told: 'all' })
  const all = await write(site)
  const of = (...fates: string[]) => all.filter(({ fate }) => fates.includes(fate))
  await site.work()
  for (const one of of('mail-came-back-unconfirmed'))
    await site.tell(one, 'bounced', { bounce: HARD, kind: 'confirmation' })
  for (const one of all)
    if (!LAPSED.includes(one.fate) && !['queued', 'sending'].includes(one.fate))
      await site.confirm(one, one.fate === 'household' ? 'another' : '')
  for (const one of of('same-person')) await site.confirm(one, 'same')
  for (const one of of('staff')) await site.act(one, 'hold')
  for (const one of of('failed')) await site.act(one, 'fail')
  for (const one of of('not-genuine')) await site.act(one, 'not-genuine')
  // These come about only while no MP sits at all, or by a fault of the mail service.
  for (const { id } of of('dissolved'))
    await moveLetter(ctx, id, { from: ['queued'], to: 'held', heldReason: 'dissolved' })
  for (const { id } of of('no-address-yet'))
    await moveLetter(ctx, id, { from: ['queued'], to: 'held', heldReason: 'no-address-yet' })
  for (const { id } of of('unsettled'))
    await moveLetter(ctx, id, { from: ['queued'], to: 'held', heldReason: 'unsettled' })
  for (const { email } of of('withdrawn', 'accepted')) await site.post('/my-data', { email })
  // What a job has led to is done by the next look.
  for (let looks = 0; looks < 4; looks++) await site.work()
  for (const one of of('withdrawn')) {
    const mail = (await mailTo(one.email)).find(({ text }) => text.includes('/my-data/'))
    await site.post(`/my-data/${tokenIn(mail, 'my-data')}`, {})
  }
  ctx.setNow(new Date())
  await sendDue(ctx)
  await told(site, of)
  for (const one of of('by-writer')) {
    const mail = (await mailTo(one.email)).find(({ text }) => text.includes('/print/'))
    await site.post(`/campaigns/${campaign.slug}/print/${tokenIn(mail, `campaigns/${campaign.slug}/print`)}`, {
      way: 'post',
    })
  }
  for (const { supporterId } of of('left')) await unsubscribe(ctx, supporterId)
  await site.post('/staff/exports', { campaign: 'all', from: '', to: '', encoding: '' })
  await memberLeaves(ctx, site)
  for (const one of of('sending')) {
    await site.confirm(one)
    await beginBatch(ctx)
  }
  for (const one of of('queued')) await site.confirm(one)
  // After this one nothing goes to any MP.
  for (const one of of('blocked')) await site.tell(one, 'bounced', { bounce: BLOCK })
  await giveUpAJob(ctx)
  await Promise.all([played.close(), receiver.close()])
  ctx.setNow(new Date())
  return { canaries: all, writtenAt: ctx.now(), cookies: site.cookies }
}

async function write(site: Installation): Promise<Canary[]> {
  const all: Canary[] = []
  for (const updates of [false, true]) {
    for (const fate of [...LAPSED, ...WITHDRAWN, ...WAITING, ...ENDED]) {
      const owner = all.find((one) => one.fate === 'delivered' && one.updates === updates)
      if (fate === 'same-person') continue
      all.push(await site.write(fate, updates, fate === 'household' ? owner : undefined))
    }
    const owner = all.find((one) => one.fate === 'delivered' && one.updates === updates)
    if (owner) all.push(await site.write('same-person', updates, owner, `Zqname${owner.code} J. Ferrars`))
  }
  return all
}

async function told(site: Installation, of: (...fates: string[]) => Canary[]): Promise<void> {
  for (const one of of('not-genuine-sent')) await site.act(one, 'not-genuine')
  for (const one of of('delivered', 'noted', 'complained')) await site.tell(one, 'delivered')
  for (const one of of('noted')) await site.tell(one, 'bounced', { bounce: SOFT })
  for (const one of of('complained')) await site.tell(one, 'complained')
  for (const one of of('bounced')) await site.tell(one, 'bounced', { bounce: HARD })
  for (const one of of('returned')) await site.tell(one, 'bounced', { bounce: SOFT })
  for (const one of of('resent')) await site.tell(one, 'bounced', { bounce: FULL })
  for (const one of of('writer-bounced')) await site.tell(one, 'bounced', { bounce: HARD, kind: 'copy' })
  for (const one of of('writer-complained')) await site.tell(one, 'complained', { kind: 'copy' })
}

async function memberLeaves({ db }: TestContext, site: Installation): Promise<void> {
  await site.post('/staff/team', { email: 'zqleft@example.org', role: 'editor' })
  const [member] = await db.select({ id: staff.id }).from(staff).where(eq(staff.email, 'zqleft@example.org'))
  await site.post(`/staff/team/${member?.id}`, { do: 'remove' })
}

/** A job is given up after 25 tries in days; here at once. */
async function giveUpAJob({ db }: TestContext): Promise<void> {
  await db.execute(sql`
    update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'zqfail', locked_at = null
    where id = (select max(id) from graphile_worker._private_jobs)`)
}

/** Staff close the campaign now. */
export async function closeCampaign(run: Run): Promise<Run> {
  const { ctx, campaignId, site } = run
  await site.post(`/staff/campaigns/${campaignId}/life`, { do: 'close' })
  ctx.setNow(new Date())
  return { ...run, writtenAt: ctx.now() }
}
