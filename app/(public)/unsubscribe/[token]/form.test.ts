import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { supporters } from '@/db/schema/index'
import { makeLink } from '@/lib/kernel/secrets/tokens'
import { confirmedLetter, livingCampaign } from '@/lib/letters/testing'
import { form as unsubscribeForm } from './form'

let living: Awaited<ReturnType<typeof livingCampaign>>
beforeAll(async () => {
  living = await livingCampaign()
})

test.each([
  ['a person, and leads to a page that says so', {}, (token: string) => ({ redirect: `/unsubscribe/${token}` })],
  ['a mail program, and leads nowhere', { 'List-Unsubscribe': 'One-Click' }, () => ({ show: { done: 'stopped' } })],
])('one press ends questions and updates by %s; again changes nothing', async (_, fields, answer) => {
  const { ctx, campaign } = living
  const { id, supporterId } = await confirmedLetter(ctx, campaign, { updates: true })
  const token = await makeLink(ctx, 'unsubscribe', { letterId: id })
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  for (let time = 0; time < 2; time++) {
    const given = await unsubscribeForm(form, { token })
    expect(given).toMatchObject(answer(token))
    expect('status' in given).toBe(false)
  }
  const [row] = await ctx.db
    .select({ at: supporters.unsubscribedAt })
    .from(supporters)
    .where(eq(supporters.id, supporterId))
  expect(row?.at).toEqual(expect.any(Date))
})

test('refuses a link that is forged, or another one', async () => {
  const { ctx, campaign } = living
  const { id, supporterId } = await confirmedLetter(ctx, campaign, { updates: true })
  for (const token of ['made-up', await makeLink(ctx, 'letter', { letterId: id })])
    expect(await unsubscribeForm(new FormData(), { token })).toMatchObject({ status: 404 })
  const [row] = await ctx.db
    .select({ at: supporters.unsubscribedAt })
    .from(supporters)
    .where(eq(supporters.id, supporterId))
  expect(row?.at).toBeNull()
})
