import { beforeAll, expect, test } from 'vitest'
import { stopTokenOf } from '@/lib/figures/digest/stop-link'
import { digestWanted, wantDigest } from '@/lib/figures/digest/who-gets-digest'
import { livingCampaign } from '@/lib/letters/testing'
import { memberContext } from '@/lib/staff/testing'
import { form as stopForm } from './form'

let member: Awaited<ReturnType<typeof memberContext>>
beforeAll(async () => {
  member = await memberContext((await livingCampaign()).ctx, 'campaigner')
})

test.each([
  ['a person, and leads to a page that says so', {}, (token: string) => ({ redirect: `/stop-figures/${token}` })],
  ['a mail program, and leads nowhere', { 'List-Unsubscribe': 'One-Click' }, () => ({ show: { done: 'stopped' } })],
])('one press ends figures by e-mail by %s; again changes nothing', async (_, fields, answer) => {
  const staffId = member.actor.kind === 'staff' ? member.actor.id : ''
  await wantDigest(member, 'week')
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const token = stopTokenOf(staffId)
  for (let time = 0; time < 2; time++) {
    const given = await stopForm(form, { token })
    expect(given).toMatchObject(answer(token))
    expect('status' in given).toBe(false)
  }
  expect(await digestWanted(member, staffId)).toBeNull()
})

test('refuses a link that is forged', async () => {
  expect(await stopForm(new FormData(), { token: 'made-up' })).toMatchObject({ status: 404 })
})
