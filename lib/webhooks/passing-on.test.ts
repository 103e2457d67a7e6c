import { eq } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { campaigns, letters, webhookDeliveries, webhookEndpoints } from '@/db/schema/index'
import { databaseUrl, tablesHolding } from '@/db/testing'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { noteComplaint } from '@/lib/delivery/events/writer-mail-bounced'
import { actOnLetter } from '@/lib/delivery/queue/act-on-letter'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY, HOUR } from '@/lib/kernel/time/durations'
import { confirmLetter } from '@/lib/letters/confirming/confirm'
import { confirmedLetter, livingCampaign, WESTMINSTER, writtenLetter } from '@/lib/letters/testing'
import { suppress } from '@/lib/mailer/suppression'
import type { TestContext } from '@/lib/mailer/testing/context'
import { eraseByEmail } from '@/lib/privacy/erase'
import { exportByEmail } from '@/lib/privacy/export'
import { purge } from '@/lib/privacy/purge'
import { lookupHash } from '@/lib/settings/lookup-hash'
import { memberContext } from '@/lib/staff/testing'
import { unsubscribe } from '@/lib/supporters/unsubscribe'
import { leaseDue } from './sending/lease-deliveries'
import { LEFT_OUT } from './sending/response-to-store'
import { listDeliveries } from './staff/deliveries'
import { removeWebhook } from './staff/remove'
import { switchWebhookOff } from './staff/switch-on-off'
import {
  attemptsOf,
  deliveriesOf,
  endpointRow,
  playReceiver,
  type Receiver,
  receiverAtNoon,
  receiverGone,
  sendDue,
  signatureBy,
  webhookTo,
} from './testing'

let ctx: TestContext
let campaign: LiveCampaign
let receiver: Receiver

beforeAll(async () => {
  ;({ ctx, campaign } = await livingCampaign())
})
beforeEach(async () => {
  receiver = await receiverAtNoon(ctx)
})
afterEach(() => receiverGone(ctx, receiver))

const optedIn = (more = {}) => confirmedLetter(ctx, campaign, { updates: true, ...more })
const later = (ms: number) => ctx.setNow(new Date(ctx.now().getTime() + ms))

describe('who asked for updates and confirms', () => {
  test('is passed on: who they are, where, to what they consented and when', async () => {
    await webhookTo(ctx, receiver.url)
    const { supporterId, name, email } = await optedIn()
    later(HOUR)
    await sendDue(ctx)
    expect(receiver.messages()).toEqual([
      {
        type: 'supporter.confirmed',
        timestamp: NOON.toISOString(),
        data: {
          id: supporterId,
          name,
          email,
          postcode: 'SW1A 0AA',
          constituency: { code: WESTMINSTER, name: 'Cities of London and Westminster' },
          campaign: 'artsakh-ceasefire',
          consent: {
            wording: campaign.content.consent.wording,
            version: campaign.content.consent.version,
            kind: 'box',
            basis: 'consent',
            at: NOON.toISOString(),
          },
          confirmedAt: NOON.toISOString(),
        },
      },
    ])
  })

  test('is passed on under a signature that anybody can work out from the secret', async () => {
    const { id, secret } = await webhookTo(ctx, receiver.url)
    await optedIn()
    await sendDue(ctx)
    const [message] = receiver.received
    const [delivery] = await deliveriesOf(ctx, id)
    expect(message?.headers).toMatchObject({
      'content-type': 'application/json',
      'webhook-id': `msg_${delivery?.id}`,
      'webhook-timestamp': `${NOON.getTime() / 1000}`,
      'webhook-signature': message && signatureBy(secret, message),
    })
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  })

  test('is passed on once to each webhook, however often they press, and at once', async () => {
    const other = await playReceiver()
    await webhookTo(ctx, receiver.url)
    await webhookTo(ctx, other.url)
    const { id } = await writtenLetter(ctx, campaign, { updates: true })
    await Promise.all([confirmLetter(ctx, id), confirmLetter(ctx, id), confirmLetter(ctx, id)])
    await Promise.all([sendDue(ctx), sendDue(ctx)])
    await sendDue(ctx)
    expect(receiver.received).toHaveLength(1)
    expect(other.received).toHaveLength(1)
    await other.close()
  })

  test('is passed on also when mail about their letter went to one address only later', async () => {
    await webhookTo(ctx, receiver.url)
    const { id } = await optedIn()
    await ctx.db
      .update(letters)
      .set({ reflectedAt: new Date(NOON.getTime() + HOUR) })
      .where(eq(letters.id, id))
    await sendDue(ctx)
    expect(receiver.received).toHaveLength(1)
  })

  test('is not written down anywhere but by an id', async () => {
    await webhookTo(ctx, receiver.url)
    receiver.manner = { status: 500 }
    await optedIn({ name: 'Zuleika Fortescue', email: 'zuleika.webhook@example.org' })
    await sendDue(ctx)
    expect(receiver.messages()).toMatchObject([{ data: { name: 'Zuleika Fortescue' } }])
    expect(await tablesHolding(ctx, 'Zuleika')).toEqual([])
    expect(await tablesHolding(ctx, receiver.url)).toEqual([])
  })
})

describe('nobody is passed on', () => {
  test('who did not ask for updates, or has not confirmed, or confirmed a trial, or wants no mail', async () => {
    await webhookTo(ctx, receiver.url)
    await confirmedLetter(ctx, campaign, { updates: false })
    await writtenLetter(ctx, campaign, { updates: true })
    const trial = await optedIn()
    await ctx.db.update(letters).set({ reflectedAt: NOON }).where(eq(letters.id, trial.id))
    const suppressed = await optedIn()
    await suppress(ctx, await lookupHash(ctx, suppressed.email), 'complained')
    await sendDue(ctx)
    expect(receiver.received).toEqual([])
  })

  test('to a webhook of another campaign, one that is off, or one that is told only who leaves', async () => {
    const [other] = await ctx.db
      .insert(campaigns)
      .values({ slug: 'another', goal: 10, createdAt: NOON })
      .returning({ id: campaigns.id })
    await webhookTo(ctx, receiver.url, { campaign: other?.id ?? '' })
    const off = await webhookTo(ctx, `${receiver.url}/off`)
    await switchWebhookOff(ctx, off.id)
    await webhookTo(ctx, `${receiver.url}/left`, { told: 'left' })
    const of = await webhookTo(ctx, `${receiver.url}/own`, { campaign: campaign.id })
    await optedIn()
    expect(await ctx.db.select({ to: webhookDeliveries.endpointId }).from(webhookDeliveries)).toEqual([{ to: of.id }])
  })

  test('who left, or was erased, before their turn came', async () => {
    const { id } = await webhookTo(ctx, receiver.url)
    const left = await optedIn()
    const erased = await optedIn()
    await unsubscribe(ctx, left.supporterId)
    await eraseByEmail(ctx, erased.email)
    await sendDue(ctx)
    expect(receiver.messages().map(({ type }) => type)).toEqual(['supporter.left', 'supporter.left'])
    const confirmed = (await deliveriesOf(ctx, id)).filter(({ event }) => event === 'supporter.confirmed')
    expect(confirmed).toMatchObject([{ outcome: 'dropped' }, { outcome: 'dropped' }])
    expect(await attemptsOf(ctx, id)).toHaveLength(2)
  })
})

describe('who leaves', () => {
  test('is named by their id alone, once for each way', async () => {
    await webhookTo(ctx, receiver.url)
    const { supporterId, email } = await optedIn()
    await sendDue(ctx)
    receiver.received.splice(0)
    await unsubscribe(ctx, supporterId)
    await unsubscribe(ctx, supporterId)
    await sendDue(ctx)
    later(HOUR)
    await eraseByEmail(ctx, email)
    await sendDue(ctx)
    expect(receiver.messages()).toEqual([
      { type: 'supporter.left', timestamp: NOON.toISOString(), data: { id: supporterId, reason: 'unsubscribed' } },
      {
        type: 'supporter.left',
        timestamp: new Date(NOON.getTime() + HOUR).toISOString(),
        data: { id: supporterId, reason: 'erased' },
      },
    ])
  })

  test('by calling our mail unwanted is named too', async () => {
    await webhookTo(ctx, receiver.url, { told: 'left' })
    const { id, supporterId } = await optedIn()
    await noteComplaint(ctx, id)
    await sendDue(ctx)
    expect(receiver.messages()).toMatchObject([{ type: 'supporter.left', data: { id: supporterId } }])
  })

  test('since staff took their letter for no real person’s is named too, each time, and passed on anew when it is back', async () => {
    await webhookTo(ctx, receiver.url)
    const staff = await memberContext(ctx, 'admin', 'admin@example.org')
    const { id, supporterId } = await optedIn()
    const mark = async (action: 'not-genuine' | 'genuine') => {
      // That it is back is noted by the database, whose clock is the real one.
      later(400 * DAY)
      expect(await actOnLetter({ ...staff, now: ctx.now }, id, { action, reason: 'One sender' })).toBe(true)
      await sendDue(ctx)
    }
    await sendDue(ctx)
    receiver.received.splice(0)
    for (const action of ['not-genuine', 'genuine', 'not-genuine', 'genuine'] as const) await mark(action)
    expect(receiver.messages().map(({ type, data }) => [type, data.id, data.reason])).toEqual([
      ['supporter.left', supporterId, 'not-genuine'],
      ['supporter.confirmed', supporterId, undefined],
      ['supporter.left', supporterId, 'not-genuine'],
      ['supporter.confirmed', supporterId, undefined],
    ])
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(4)
    receiver.manner = { status: 500 }
    await mark('not-genuine')
    receiver.manner = { status: 200 }
    receiver.received.splice(0)
    await mark('genuine')
    expect(receiver.messages().map(({ type }) => type)).toEqual(['supporter.confirmed'])
  })

  test('is not named where they were never to be passed on', async () => {
    await webhookTo(ctx, receiver.url)
    const { supporterId } = await confirmedLetter(ctx, campaign, { updates: false })
    const unconfirmed = await writtenLetter(ctx, campaign, { updates: true })
    await unsubscribe(ctx, supporterId)
    await unsubscribe(ctx, unconfirmed.supporterId)
    await sendDue(ctx)
    expect(receiver.received).toEqual([])
  })

  test('is kept to be named to a webhook that is switched off', async () => {
    const { id } = await webhookTo(ctx, receiver.url)
    const { supporterId } = await optedIn()
    await sendDue(ctx)
    await switchWebhookOff(ctx, id)
    await unsubscribe(ctx, supporterId)
    later(400 * DAY)
    await purge(ctx)
    const theirs = (await deliveriesOf(ctx, id)).filter((each) => each.supporterId === supporterId)
    expect(theirs).toMatchObject([
      { event: 'supporter.left', reason: 'unsubscribed', outcome: null },
      { event: 'supporter.left', reason: 'erased', outcome: null },
    ])
  })

  test('is not named while an attempt to pass them on is under way', async () => {
    const { id } = await webhookTo(ctx, receiver.url)
    const { supporterId } = await optedIn()
    const [claimed] = await leaseDue(ctx, id, 1)
    await unsubscribe(ctx, supporterId)
    await sendDue(ctx)
    expect(claimed).toMatchObject({ event: 'supporter.confirmed' })
    expect(receiver.received).toEqual([])
    // The worker that had it in hand fell: then its turn comes again, and there is nothing to pass on.
    later(61_000)
    await sendDue(ctx)
    expect(receiver.messages()).toMatchObject([{ type: 'supporter.left' }])
  })
})

describe('confirming', () => {
  let others: ReturnType<typeof postgres>
  beforeAll(async () => {
    others = postgres(await databaseUrl(ctx.db), { max: 1 })
  })
  afterAll(() => others.end())

  test('waits for nobody who changes a webhook, and writes nothing into its row', async () => {
    const { id } = await webhookTo(ctx, receiver.url)
    const row = () => others<{ ctid: string; xmax: string }[]>`select ctid, xmax from webhook_endpoints`
    const before = await row()
    await optedIn()
    expect(await row()).toEqual(before)
    await others`begin`
    await others`select from webhook_endpoints for update`
    await optedIn()
    expect(await deliveriesOf(ctx, id)).toHaveLength(2)
    await others`rollback`
  })

  test('writes no row where there is no webhook', async () => {
    await optedIn()
    expect(await ctx.db.$count(webhookDeliveries)).toBe(0)
  })
})

describe('what is kept', () => {
  test('of an answer is a beginning, sealed, for a week, and nothing of a person', async () => {
    const { id } = await webhookTo(ctx, receiver.url)
    receiver.manner = { status: 422, body: 'No such list: marmalade' }
    await optedIn()
    await sendDue(ctx)
    const answer = async () => (await listDeliveries(ctx, id, { state: null, most: 9 }))[0]?.last?.answer
    expect(await answer()).toBe('No such list: marmalade')
    expect(await tablesHolding(ctx, 'marmalade')).toEqual([])
    receiver.manner = 'echo'
    later(6000)
    await sendDue(ctx)
    expect(await answer()).toBe(LEFT_OUT)
    expect((await attemptsOf(ctx, id)).every(({ answerSealed }) => answerSealed)).toBe(true)
    later(7 * DAY)
    await purge(ctx)
    expect((await attemptsOf(ctx, id)).filter(({ answerSealed }) => answerSealed)).toEqual([])
  })

  test('of an answer about somebody goes when they are erased', async () => {
    const { id } = await webhookTo(ctx, receiver.url)
    receiver.manner = { status: 422, body: 'No such list' }
    const { email } = await optedIn()
    await sendDue(ctx)
    await eraseByEmail(ctx, email)
    expect(await attemptsOf(ctx, id)).toMatchObject([{ status: 422, answerSealed: null }])
  })

  test('of how deliveries went goes after 30 days; to whom one was passed on stays, as long as one does oneself', async () => {
    const { id } = await webhookTo(ctx, receiver.url)
    const { email, supporterId } = await optedIn()
    await sendDue(ctx)
    receiver.manner = { status: 500 }
    await ctx.db.insert(webhookDeliveries).values({ endpointId: id, event: 'webhook.test', at: NOON, dueAt: NOON })
    await sendDue(ctx)
    later(30 * DAY)
    expect(await purge(ctx)).toMatchObject({ deliveries: 1 })
    expect(await attemptsOf(ctx, id)).toEqual([])
    expect(await exportByEmail(ctx, email)).toMatchObject([
      { passedOn: [{ to: `127.0.0.1:${receiver.port}`, at: NOON }] },
    ])
    // Removed, it is still named.
    await removeWebhook(ctx, id)
    expect(await exportByEmail(ctx, email)).toMatchObject([{ passedOn: [{ to: `127.0.0.1:${receiver.port}` }] }])
    await eraseByEmail(ctx, email)
    expect(await purge(ctx)).toMatchObject({ deliveries: 1 })
    expect(await tablesHolding(ctx, supporterId)).not.toContain('public.webhook_deliveries')
  })

  test('of a webhook that was removed is its host alone', async () => {
    const { id, secret } = await webhookTo(ctx, receiver.url)
    await optedIn()
    await removeWebhook(ctx, id)
    expect(await deliveriesOf(ctx, id)).toEqual([])
    expect(await endpointRow(ctx, id)).toMatchObject({ urlSealed: null, secretSealed: null, oldSecretSealed: null })
    expect(await tablesHolding(ctx, secret)).toEqual([])
    await webhookTo(ctx, receiver.url)
    expect(await ctx.db.$count(webhookEndpoints)).toBe(2)
  })
})
