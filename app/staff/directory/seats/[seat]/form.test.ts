import { beforeAll, expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import { staffCookie } from '@/app/_server/session/staff-cookie'
import { freshParliament, sittingNow, smallParliament } from '@/lib/directory/sync/testing'
import type { Context } from '@/lib/kernel/context'
import { contextFor } from '@/lib/mailer/process-context'
import { startSession } from '@/lib/staff/sign-in/sessions'
import { memberContext } from '@/lib/staff/testing'
import { form } from './form'

const [YNYS_MON, VACANT] = ['W07000112', 'E14001063']

let ctx: Context
let cookies = ''

beforeAll(async () => {
  await smallParliament()
  ctx = contextFor({ kind: 'system' })
  await freshParliament(ctx)
  const { actor } = await memberContext(ctx, 'admin')
  await startSession(ctx, { token: 'of-the-admin', userId: actor.kind === 'staff' ? actor.id : '' })
  cookies = `${staffCookie().name}=of-the-admin`
})

function post(seat: string, fields: Record<string, string>) {
  const sent = new FormData()
  for (const [name, value] of Object.entries(fields)) sent.set(name, value)
  return withExchange(newExchange({ cookies }), () => form(sent, { seat }))
}

test('an address is set and cleared', async () => {
  const before = await sittingNow(ctx)
  expect(await post(YNYS_MON, { address: 'set', email: ' Right@Parliament.uk ' })).toMatchObject({
    show: { done: 'set' },
  })
  expect(await sittingNow(ctx)).toContain('Right@Parliament.uk')
  expect(await post(YNYS_MON, { address: 'clear', email: '' })).toMatchObject({ show: { done: 'clear' } })
  expect(await sittingNow(ctx)).toBe(before)
})

test.each([
  [YNYS_MON, { address: 'set', email: 'nobody' }],
  [YNYS_MON, { address: 'set', email: '' }],
  [YNYS_MON, { address: 'set', email: `${'a'.repeat(400)}@parliament.uk` }],
  [YNYS_MON, {}],
  ['E14999999', { address: 'set', email: 'ann@parliament.uk' }],
])('at %s, %j changes nothing and keeps what was typed', async (seat, fields) => {
  const before = await sittingNow(ctx)
  const typed = 'email' in fields ? fields.email : ''
  expect(await post(seat, fields)).toMatchObject({
    status: 422,
    show: { done: null, values: { email: typed }, faults: [{ field: 'email' }] },
  })
  expect(await sittingNow(ctx)).toBe(before)
})

test('where nobody sits it is said', async () => {
  await ctx.db.execute(`delete from mps where constituency_code = '${VACANT}'`)
  expect(await post(VACANT, { address: 'set', email: 'ann@parliament.uk' })).toMatchObject({
    show: { faults: [{ message: expect.stringContaining('Nobody sits for this seat') }] },
  })
})
