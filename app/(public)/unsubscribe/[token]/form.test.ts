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

test('one press, by a person or by a mail program, ends questions and updates; again changes nothing', async () => {
  const { ctx, campaign } = living
  const { id, supporterId } = await confirmedLetter(ctx, campaign, { updates: true })
  const token = await makeLink(ctx, 'unsubscribe', { letterId: id })
  const form = new FormData()
  form.set('List-Unsubscribe', 'One-Click')
  for (let time = 0; time < 2; time++)
    expect(await unsubscribeForm(form, { token })).toMatchObject({ show: { done: 'stopped' } })
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
