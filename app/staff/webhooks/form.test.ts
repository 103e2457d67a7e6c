import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import type { StateOf } from '@/app/_server/forms/form-answer'
import { staffCookie } from '@/app/_server/session/staff-cookie'
import { testDatabase } from '@/db/testing'
import type { Context } from '@/lib/kernel/context'
import { contextFor } from '@/lib/mailer/process-context'
import { startSession } from '@/lib/staff/sign-in/sessions'
import { memberContext } from '@/lib/staff/testing'
import { listDeliveries } from '@/lib/webhooks/staff/deliveries'
import { findWebhook, listWebhooks } from '@/lib/webhooks/staff/list'
import { forgetWebhooks, playReceiver, sendDue, signatureBy, webhookAudit } from '@/lib/webhooks/testing'
import { added as addedPlace, form as webhookForms } from './[webhook]/form'
import { form as addWebhookForm } from './form'

let admin: Context
let cookies = ''
let receiver: Awaited<ReturnType<typeof playReceiver>>

beforeAll(async () => {
  await testDatabase()
  receiver = await playReceiver()
  const token = crypto.randomUUID()
  admin = await memberContext(contextFor({ kind: 'system' }), 'admin')
  await startSession(admin, { token, userId: admin.actor.kind === 'staff' ? admin.actor.id : '' })
  cookies = `${staffCookie().name}=${token}`
})
afterAll(() => receiver.close())
beforeEach(async () => {
  await forgetWebhooks(admin)
  receiver.received.splice(0)
  receiver.manner = { status: 200 }
})

function post(fields: Record<string, string>, webhook?: string) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const exchange = newExchange({ cookies })
  return withExchange(exchange, () =>
    webhook === undefined ? addWebhookForm(form, {}) : webhookForms(form, { webhook }),
  )
}

const add = (fields: Record<string, string> = {}) =>
  post({ address: receiver.url, campaign: 'all', told: 'all', ...fields })

async function added(): Promise<{ id: string; secret: string }> {
  const answer = await add()
  const [webhook] = await listWebhooks(admin)
  if (!webhook || !('show' in answer) || answer.by !== addedPlace) throw new Error('No webhook was added.')
  return { id: webhook.id, secret: (answer.show as StateOf<typeof addedPlace>).values.secret }
}

describe('the form that adds a webhook', () => {
  test('leads to its page, with the secret that it signs by', async () => {
    const answer = await add()
    const [webhook] = await listWebhooks(admin)
    expect(answer).toEqual({
      by: addedPlace,
      show: { values: { secret: expect.stringMatching(/^whsec_/) }, faults: [], done: 'added' },
      at: `/staff/webhooks/${webhook?.id}`,
    })
  })

  test.each([
    [{ address: '' }, 'address', 'Enter a whole address, such as https://example.org/hooks'],
    [{ address: 'http://example.org/' }, 'address', 'The address has to start with https://'],
    [{ address: 'https://192.168.0.1/' }, 'address', 'This address is in a private network: nothing is sent there'],
    [{ address: `https://example.org/${'x'.repeat(2000)}` }, 'address', 'This can be at most 2,000 characters'],
    [{ told: '' }, 'told', 'Choose what it is told'],
    [{ campaign: '' }, 'campaign', 'Choose a campaign, or all of them'],
    [{ campaign: 'no such words' }, 'campaign', 'There is no such campaign'],
  ])('keeps what was typed and says what is wrong: %o', async (fields, field, message) => {
    expect(await add(fields)).toMatchObject({ status: 422, show: { values: fields, faults: [{ field, message }] } })
    expect(await listWebhooks(admin)).toEqual([])
  })

  test('pressed twice makes one', async () => {
    await add()
    expect(await add()).toMatchObject({
      status: 422,
      show: { faults: [{ message: 'There is a webhook to this address already' }] },
    })
    expect(await listWebhooks(admin)).toHaveLength(1)
  })
})

describe('the forms of a webhook', () => {
  test('send a test, which arrives signed', async () => {
    const { id, secret } = await added()
    expect(await post({ do: 'test' }, id)).toEqual({ redirect: `/staff/webhooks/${id}?done=test` })
    await sendDue(admin)
    const [message] = receiver.received
    expect(message?.headers['webhook-signature']).toBe(message && signatureBy(secret, message))
  })

  test('send a failed message again: one, or all since a day', async () => {
    const { id } = await added()
    receiver.manner = { status: 500 }
    await post({ do: 'test' }, id)
    await sendDue(admin)
    const [failed] = await listDeliveries(admin, id, { state: 'failed', most: 9 })
    const replay = { do: 'replay', delivery: failed?.id ?? '' }
    expect(await post(replay, id)).toEqual({ redirect: `/staff/webhooks/${id}?done=replayed&many=1` })
    await sendDue(admin)
    const since = { do: 'replay-since', since: new Date().toISOString().slice(0, 10) }
    expect(await post(since, id)).toEqual({ redirect: `/staff/webhooks/${id}?done=replayed&many=1` })
    await sendDue(admin)
    expect(receiver.received).toHaveLength(3)
    for (const typed of ['', 'soon', '2026-02-30']) {
      const answer = await post({ do: 'replay-since', since: typed }, id)
      expect(answer).toMatchObject({ status: 422, show: { values: { since: typed }, faults: [{ field: 'since' }] } })
    }
    expect(await post({ do: 'replay', delivery: 'x' }, id)).toMatchObject({
      redirect: expect.stringMatching(/many=0$/),
    })
  })

  test('make a new secret, once for a page that was shown', async () => {
    const { id, secret } = await added()
    const made = (await findWebhook(admin, id))?.secretMadeAt.toISOString() ?? ''
    const answer = await post({ do: 'rotate', made }, id)
    expect(answer).toMatchObject({ show: { done: 'rotated', values: { secret: expect.stringMatching(/^whsec_/) } } })
    expect(answer).not.toMatchObject({ show: { values: { secret } } })
    for (const old of [made, 'x', ''])
      expect(await post({ do: 'rotate', made: old }, id)).toMatchObject({ status: 422 })
  })

  test('switch it off and on, and remove it; each is written down with who did it', async () => {
    const { id } = await added()
    expect(await post({ do: 'off' }, id)).toEqual({ redirect: `/staff/webhooks/${id}?done=off` })
    expect(await findWebhook(admin, id)).toMatchObject({ off: { why: 'staff' } })
    expect(await post({ do: 'on' }, id)).toEqual({ redirect: `/staff/webhooks/${id}?done=on` })
    expect(await post({ do: 'remove' }, id)).toEqual({ redirect: '/staff/webhooks?done=removed' })
    const entries = await webhookAudit(admin, id)
    expect(entries.map(({ verb, actorKind }) => `${actorKind} ${verb}`)).toEqual([
      'staff webhooks.add',
      'staff webhooks.switch-off',
      'staff webhooks.switch-on',
      'staff webhooks.remove',
    ])
    await expect(post({ do: 'test' }, id)).rejects.toMatchObject({ code: 'not-found' })
  })
})
