import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { staff, webhookDeliveries } from '@/db/schema/index'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY, HOUR } from '@/lib/kernel/time/durations'
import { confirmedLetter, livingCampaign, mailTo, queued } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { tellWebhookOff } from '@/lib/messages/to-staff/webhook-off'
import { memberContext } from '@/lib/staff/testing'
import { unsubscribe } from '@/lib/supporters/unsubscribe'
import { catchUp, catchUpWebhookJob } from './catch-up'
import { deliver } from './sending/deliver'
import { leaseDue } from './sending/lease-deliveries'
import { webhookSender } from './sending/sender'
import { removeWebhook } from './staff/remove'
import { replayFailed } from './staff/replay'
import { switchWebhookOff, switchWebhookOn } from './staff/switch-on-off'
import {
  attemptsOf,
  deliveriesOf,
  endpointRow,
  type Receiver,
  receiverAtNoon,
  receiverGone,
  sendDue,
  webhookAudit,
  webhookTo,
} from './testing'

let ctx: TestContext
let campaign: LiveCampaign
let receiver: Receiver
let endpoint: string

beforeAll(async () => {
  ;({ ctx, campaign } = await livingCampaign())
})
beforeEach(async () => {
  receiver = await receiverAtNoon(ctx, { status: 500 })
  endpoint = (await webhookTo(ctx, receiver.url)).id
})
afterEach(() => receiverGone(ctx, receiver))

const optedIn = () => confirmedLetter(ctx, campaign, { updates: true })
const later = (ms: number) => ctx.setNow(new Date(ctx.now().getTime() + ms))
const states = async () => (await deliveriesOf(ctx, endpoint)).map(({ outcome }) => outcome)

/** Goes on to when the next attempt is due, and makes it, until no more is or the time is over. */
async function tryOn(until: number): Promise<void> {
  for (;;) {
    await sendDue(ctx)
    const next = (await deliveriesOf(ctx, endpoint)).flatMap(({ dueAt }) => dueAt ?? []).sort((a, b) => +a - +b)[0]
    if (!next || +next > +NOON + until || (await endpointRow(ctx, endpoint)).offAt) return
    ctx.setNow(next)
  }
}

describe('what fails', () => {
  test('is tried again under the same id for three days, and then given up', async () => {
    await optedIn()
    await tryOn(10 * DAY)
    expect(await states()).toEqual(['failed'])
    expect(receiver.received).toHaveLength(11)
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(11)
    const [first, last] = [(await attemptsOf(ctx, endpoint))[0], (await attemptsOf(ctx, endpoint)).at(-1)]
    const hours = ((last?.at.getTime() ?? 0) - (first?.at.getTime() ?? 0)) / HOUR
    expect(hours).toBeGreaterThan(72)
    expect(hours).toBeLessThan(90)
  })

  test('and comes through at last has been passed on', async () => {
    await optedIn()
    await sendDue(ctx)
    receiver.manner = { status: 200 }
    later(HOUR)
    await sendDue(ctx)
    expect(await states()).toEqual(['delivered'])
    expect(await endpointRow(ctx, endpoint)).toMatchObject({ failingSince: null })
  })

  test('by a fallen worker is made again under the same id, when its minute is over', async () => {
    receiver.manner = { status: 200 }
    await optedIn()
    const [taken] = await leaseDue(ctx, endpoint, 1)
    await sendDue(ctx)
    expect(receiver.received).toEqual([])
    later(60_000)
    await sendDue(ctx)
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([`msg_${taken?.id}`])
  })

  test('because the worker is told to stop is given back as it was', async () => {
    receiver.manner = 'never'
    await optedIn()
    const stopping = new AbortController()
    const sender = webhookSender(ctx, stopping.signal)
    await sender.look()
    await expect.poll(() => receiver.received.length).toBe(1)
    stopping.abort()
    await sender.idle()
    expect(await deliveriesOf(ctx, endpoint)).toMatchObject([
      { dueAt: NOON, leaseUntil: null, tries: 0, outcome: null },
    ])
    expect(await attemptsOf(ctx, endpoint)).toEqual([])
  })
})

test('a webhook that is removed while an attempt is under way leaves nothing behind', async () => {
  receiver.manner = 'never'
  await optedIn()
  const [claimed] = await leaseDue(ctx, endpoint, 1)
  if (!claimed) throw new Error('Nothing was due.')
  const delivering = deliver(ctx, endpoint, claimed, { withinMs: 1000, signal: new AbortController().signal })
  await expect.poll(() => receiver.received.length).toBe(1)
  await removeWebhook(ctx, endpoint)
  await delivering
  expect(await deliveriesOf(ctx, endpoint)).toEqual([])
})

describe('a webhook is switched off by the installation', () => {
  test('after five days of failures alone, which is written down and told to administrators', async () => {
    const { actor } = await memberContext(ctx, 'admin', 'ada@example.org')
    const staffId = actor.kind === 'staff' ? actor.id : ''
    await memberContext(ctx, 'campaigner', 'cam@example.org')
    for (let day = 0; day < 5; day++) {
      ctx.setNow(new Date(NOON.getTime() + day * DAY))
      await optedIn()
    }
    ctx.setNow(NOON)
    await tryOn(20 * DAY)
    const { offAt, offReason } = await endpointRow(ctx, endpoint)
    expect(offReason).toBe('failing')
    expect((offAt?.getTime() ?? 0) - NOON.getTime()).toBeGreaterThanOrEqual(5 * DAY)
    expect(await webhookAudit(ctx, endpoint)).toMatchObject([
      { verb: 'webhooks.add' },
      { verb: 'webhooks.switch-off', actorKind: 'system', after: { why: 'failing' } },
    ])
    const jobs = await queued(ctx, 'tell-webhook-off', endpoint)
    expect(jobs).toMatchObject([{ payload: { staffId } }])
    await tellWebhookOff(ctx, { endpointId: endpoint, staffId })
    expect(await mailTo('ada@example.org')).toMatchObject([
      { subject: `The webhook to 127.0.0.1:${receiver.port} was switched off` },
    ])
    const tried = receiver.received.length
    later(DAY)
    await sendDue(ctx)
    expect(receiver.received).toHaveLength(tried)
    await ctx.db.delete(staff).where(eq(staff.id, staffId))
  })

  test('not because of one hiccup after quiet weeks', async () => {
    await optedIn()
    await sendDue(ctx)
    await ctx.db.delete(webhookDeliveries)
    later(20 * DAY)
    await optedIn()
    await sendDue(ctx)
    expect(await endpointRow(ctx, endpoint)).toMatchObject({ offAt: null, failingSince: NOON })
  })

  test('at once by status 410, and what there is to say waits', async () => {
    receiver.manner = { status: 410 }
    await optedIn()
    await sendDue(ctx)
    expect(await endpointRow(ctx, endpoint)).toMatchObject({ offReason: 'gone' })
    expect(await states()).toEqual([null])
  })
})

describe('switched on again, it is told', () => {
  test('what waited, and who confirmed meanwhile and has not left', async () => {
    // After all who confirmed for the other tests.
    later(100 * DAY)
    const offAt = ctx.now()
    const waiting = await optedIn()
    await sendDue(ctx)
    await switchWebhookOff(ctx, endpoint)
    later(HOUR)
    const meanwhile = await optedIn()
    const left = await optedIn()
    await confirmedLetter(ctx, campaign, { updates: false })
    await unsubscribe(ctx, left.supporterId)
    receiver.received.splice(0)
    receiver.manner = { status: 200 }
    expect(await switchWebhookOn(ctx, endpoint)).toBe(true)
    expect(await switchWebhookOn(ctx, endpoint)).toBe(false)
    await sendDue(ctx)
    expect(
      receiver
        .messages()
        .map(({ type }) => type)
        .sort(),
    ).toEqual(['supporter.confirmed', 'supporter.left'])
    const [job, ...more] = await queued(ctx, catchUpWebhookJob, endpoint)
    expect(more).toEqual([])
    expect(job).toMatchObject({ payload: { since: offAt.toISOString() } })
    for (let twice = 0; twice < 2; twice++) await catchUp(ctx, endpoint, new Date(job?.payload.since ?? ''))
    await sendDue(ctx)
    const ids = receiver.messages().flatMap(({ type, data }) => (type === 'supporter.confirmed' ? data.id : []))
    expect(ids).toEqual([waiting.supporterId, meanwhile.supporterId])
  })
})

describe('sent again by staff', () => {
  test('is what failed since then, or one of it, under its old id; whoever left is not', async () => {
    const early = await optedIn()
    later(DAY)
    const late = await optedIn()
    const gone = await optedIn()
    await ctx.db.update(webhookDeliveries).set({ dueAt: null, outcome: 'failed', endedAt: ctx.now() })
    await unsubscribe(ctx, gone.supporterId)
    receiver.manner = { status: 200 }
    const since = new Date(NOON.getTime() + HOUR)
    expect(await replayFailed(ctx, endpoint, { since })).toBe(2)
    await sendDue(ctx)
    const sent = () => receiver.messages().flatMap(({ type, data }) => (type === 'supporter.confirmed' ? data.id : []))
    expect(sent()).toEqual([late.supporterId])
    const [first] = (await deliveriesOf(ctx, endpoint)).filter(({ supporterId }) => supporterId === early.supporterId)
    expect(await replayFailed(ctx, endpoint, { delivery: first?.id ?? '' })).toBe(1)
    expect(await replayFailed(ctx, endpoint, { delivery: first?.id ?? '' })).toBe(0)
    await sendDue(ctx)
    expect(sent()).toEqual([late.supporterId, early.supporterId])
    expect((await webhookAudit(ctx, endpoint)).map(({ verb, after }) => [verb, after])).toEqual([
      ['webhooks.add', expect.anything()],
      ['webhooks.replay', { sentAgain: 2, since: since.toISOString() }],
      ['webhooks.replay', { sentAgain: 1 }],
    ])
  })
})
