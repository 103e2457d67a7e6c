import type { LookupFunction } from 'node:net'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { roles } from '@/db/schema/index'
import { tablesHolding } from '@/db/testing'
import type { Context } from '@/lib/kernel/context'
import { env } from '@/lib/kernel/env'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY, HOUR } from '@/lib/kernel/time/durations'
import { livingCampaign } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { purge } from '@/lib/privacy/purge'
import { memberContext } from '@/lib/staff/testing'
import { webhookInput } from '@/lib/webhooks/input'
import {
  deliveriesOf,
  endpointRow,
  type Receiver,
  receiverAtNoon,
  receiverGone,
  sendDue,
  signatureBy,
  webhookAudit,
  webhookTo,
} from '@/lib/webhooks/testing'
import { addWebhook } from './add'
import { listDeliveries } from './deliveries'
import { findWebhook, listWebhooks } from './list'
import { removeWebhook } from './remove'
import { replayFailed } from './replay'
import { rotateSecret } from './rotate'
import { testWebhook } from './send-test'
import { switchWebhookOff, switchWebhookOn } from './switch-on-off'

let ctx: TestContext
let admin: Context
let receiver: Receiver

beforeAll(async () => {
  ;({ ctx } = await livingCampaign())
  admin = await memberContext(ctx, 'admin')
})
beforeEach(async () => {
  receiver = await receiverAtNoon(ctx)
})
afterEach(() => receiverGone(ctx, receiver))

const found =
  (address: string): LookupFunction =>
  (_name, _options, callback) =>
    callback(null, [{ address, family: 4 }])
const outside = { address: 'https://crm.example.org/hooks/s3cr3t', campaign: '', told: 'all' } as const

describe('a webhook', () => {
  test('is added with its address and secret sealed, and by its host in the audit', async () => {
    const { id, secret } = await addWebhook(admin, outside, { lookup: found('8.8.8.8') })
    expect(await tablesHolding(ctx, 's3cr3t')).toEqual([])
    expect(await tablesHolding(ctx, secret.replace('whsec_', ''))).toEqual([])
    expect(await findWebhook(admin, id)).toMatchObject({ url: outside.address, host: 'crm.example.org', off: null })
    expect(await webhookAudit(ctx, id)).toMatchObject([
      {
        verb: 'webhooks.add',
        actorKind: 'staff',
        after: { host: 'crm.example.org', campaign: null, events: ['supporter.confirmed', 'supporter.left'] },
      },
    ])
  })

  test('is not added whose name leads to a private network, or to nothing', async () => {
    await expect(addWebhook(admin, outside, { lookup: found('10.0.0.1') })).rejects.toThrow('private network')
    const none: LookupFunction = (_name, _options, callback) => callback(new Error('ENOTFOUND'), [])
    await expect(addWebhook(admin, outside, { lookup: none })).rejects.toThrow('could not be looked up')
    expect(await listWebhooks(admin)).toEqual([])
  })

  test('is not added twice, not even by two at once, nor as the twenty-first', async () => {
    const adding = () => webhookTo(admin, receiver.url)
    const both = await Promise.allSettled([adding(), adding()])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    for (let count = 1; count < 20; count++) await webhookTo(admin, `${receiver.url}/${count}`)
    await expect(webhookTo(admin, `${receiver.url}/more`)).rejects.toThrow('There can be 20 webhooks at most')
  })

  test('needs an address that can be posted to, and a choice of what it is told', () => {
    const parsed = webhookInput(env()).safeParse({ address: 'http://example.org', campaign: 'x', told: '' })
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual(['address', 'campaign', 'told'])
  })

  test('is tested by a message that names nobody, tried once, also while it is off', async () => {
    const { id, secret } = await webhookTo(admin, receiver.url)
    await switchWebhookOff(admin, id)
    receiver.manner = { status: 503, body: 'Down' }
    expect(await testWebhook(admin, id)).toBe(true)
    await sendDue(ctx)
    expect(receiver.messages()).toEqual([
      { type: 'webhook.test', timestamp: NOON.toISOString(), data: expect.anything() },
    ])
    const [message] = receiver.received
    expect(message?.headers['webhook-signature']).toBe(message && signatureBy(secret, message))
    expect(await listDeliveries(admin, id, { state: 'failed', most: 9 })).toMatchObject([
      { event: 'webhook.test', attempts: 1, last: { status: 503, fault: 'status', answer: 'Down' } },
    ])
    expect(await endpointRow(ctx, id)).toMatchObject({ failingSince: null })
    expect(await testWebhook(admin, crypto.randomUUID())).toBe(false)
  })

  test('shows in the list how it stands', async () => {
    const { id } = await webhookTo(admin, receiver.url)
    expect(await listWebhooks(admin)).toMatchObject([{ id, waiting: 0, last: null, campaign: null }])
    await testWebhook(admin, id)
    expect(await listWebhooks(admin)).toMatchObject([{ waiting: 1 }])
    await sendDue(ctx)
    expect(await listWebhooks(admin)).toMatchObject([{ waiting: 0, last: { at: NOON, status: 204, fault: null } }])
    expect(await listDeliveries(admin, id, { state: 'delivered', most: 9 })).toHaveLength(1)
    expect(await listDeliveries(admin, id, { state: 'waiting', most: 9 })).toEqual([])
  })

  test('that was removed is gone from every list, and a test of it is no more', async () => {
    const { id } = await webhookTo(admin, receiver.url)
    await testWebhook(admin, id)
    expect(await removeWebhook(admin, id)).toBe(true)
    expect(await removeWebhook(admin, id)).toBe(false)
    expect(await listWebhooks(admin)).toEqual([])
    expect(await findWebhook(admin, id)).toBeNull()
    expect(await deliveriesOf(ctx, id)).toEqual([])
    await sendDue(ctx)
    expect(receiver.received).toEqual([])
    expect(await switchWebhookOff(admin, id)).toBe(false)
  })
})

describe('a new secret', () => {
  test('signs beside the old one for a day', async () => {
    const { id, secret } = await webhookTo(admin, receiver.url)
    const next = await rotateSecret(admin, { id, madeAt: NOON, endOldNow: false })
    const signatures = async () => {
      receiver.received.splice(0)
      await testWebhook(admin, id)
      await sendDue(ctx)
      const [message] = receiver.received
      if (!message) throw new Error('Nothing was received.')
      const known = { [signatureBy(secret, message)]: 'old', [signatureBy(next ?? '', message)]: 'new' }
      return String(message.headers['webhook-signature'])
        .split(' ')
        .map((one) => known[one])
    }
    ctx.setNow(new Date(NOON.getTime() + 23 * HOUR))
    expect(await signatures()).toEqual(['new', 'old'])
    ctx.setNow(new Date(NOON.getTime() + DAY))
    expect(await signatures()).toEqual(['new'])
    await purge(ctx)
    expect(await endpointRow(ctx, id)).toMatchObject({ oldSecretSealed: null, oldSecretUntil: null })
  })

  test('can end the old one at once', async () => {
    const { id } = await webhookTo(admin, receiver.url)
    await rotateSecret(admin, { id, madeAt: NOON, endOldNow: true })
    expect(await endpointRow(ctx, id)).toMatchObject({ oldSecretSealed: null, oldSecretUntil: null })
  })

  test('is made once by two presses', async () => {
    const { id } = await webhookTo(admin, receiver.url)
    ctx.setNow(new Date(NOON.getTime() + HOUR))
    const press = () => rotateSecret(admin, { id, madeAt: NOON, endOldNow: false })
    const made = await Promise.all([press(), press()])
    expect(made.filter((secret) => secret === null)).toHaveLength(1)
    expect((await webhookAudit(ctx, id)).map(({ verb }) => verb)).toEqual(['webhooks.add', 'webhooks.rotate'])
  })
})

test('refuses everything to everyone but administrators, and changes nothing', async () => {
  const { id } = await webhookTo(admin, receiver.url)
  const others: Context[] = await Promise.all(
    roles.filter((role) => role !== 'admin').map((role) => memberContext(ctx, role)),
  )
  for (const refused of [...others, { ...ctx, actor: { kind: 'supporter' as const } }]) {
    for (const work of [
      async () => listWebhooks(refused),
      async () => findWebhook(refused, id),
      async () => listDeliveries(refused, id, { state: null, most: 1 }),
      async () => addWebhook(refused, outside),
      async () => rotateSecret(refused, { id, madeAt: NOON, endOldNow: true }),
      async () => switchWebhookOff(refused, id),
      async () => switchWebhookOn(refused, id),
      async () => testWebhook(refused, id),
      async () => removeWebhook(refused, id),
      async () => replayFailed(refused, id, { since: NOON }),
    ]) {
      await expect(work()).rejects.toMatchObject({ code: 'not-allowed' })
    }
  }
  expect((await webhookAudit(ctx, id)).map(({ verb }) => verb)).toEqual(['webhooks.add'])
})
