import { beforeAll, expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import { staffCookie } from '@/app/_server/session/staff-cookie'
import { confirmedLetter, letterRow, livingCampaign } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { startSession } from '@/lib/staff/sign-in/sessions'
import { memberContext } from '@/lib/staff/testing'
import { form as lettersForms } from './form'

const ACT = { do: 'bulk', action: 'hold', reason: 'A look first', sure: 'yes' }
let ctx: TestContext
let cookies = ''
let letterId = ''

beforeAll(async () => {
  const living = await livingCampaign()
  ctx = living.ctx
  const { actor } = await memberContext(ctx, 'admin')
  const token = { token: 'of-the-admin', userId: actor.kind === 'staff' ? actor.id : '' }
  await startSession({ ...ctx, now: () => new Date() }, token)
  cookies = `${staffCookie().name}=of-the-admin`
  letterId = (await confirmedLetter(ctx, living.campaign)).id
})

const unreadable: Record<string, string>[] = [
  { day: '2026-02-30' },
  { state: 'lost' },
  { alike: '400' },
  { network: 'x' },
  { rule: '__proto__' },
  { mp: 'x'.repeat(101) },
]

test.each(unreadable)(
  'a filter that cannot be read, such as %j, is no filter that lets everything through',
  async (filter) => {
    expect(await post({ ...ACT, ...filter })).toMatchObject({
      status: 422,
      show: { faults: [{ field: 'action', message: 'The filter cannot be read: set it anew' }] },
    })
    expect(await letterRow(ctx, letterId)).toMatchObject({ state: 'queued' })
  },
)

test('without one, all letters are meant', async () => {
  expect(await post({ ...ACT, day: '', mp: ' ' })).toMatchObject({ redirect: expect.stringContaining('done=hold') })
  expect(await letterRow(ctx, letterId)).toMatchObject({ state: 'held' })
})

function post(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const exchange = newExchange({ clientAddress: '127.0.0.1', cookies })
  return withExchange(exchange, () => lettersForms(form, {}))
}
