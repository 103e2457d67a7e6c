import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import { staffCookie } from '@/app/_server/session/staff-cookie'
import { settings } from '@/db/schema/settings'
import { postcodesFetch } from '@/lib/directory/fetch/fetch-state'
import { northernIrelandChoice } from '@/lib/directory/fetch/northern-ireland'
import { type PlayedApi, playMembersApi, withOthers } from '@/lib/directory/members-api/testing'
import { waitingSync } from '@/lib/directory/sync/decide-waiting-sync'
import { membersSync } from '@/lib/directory/sync/sync-job'
import { syncMembers } from '@/lib/directory/sync/sync-members'
import {
  askingOf,
  freshParliament,
  sittingNow,
  smallMembers,
  smallParliament,
  TOO_MANY,
} from '@/lib/directory/sync/testing'
import type { Context } from '@/lib/kernel/context'
import { contextFor } from '@/lib/mailer/process-context'
import { startSession } from '@/lib/staff/sign-in/sessions'
import { memberContext } from '@/lib/staff/testing'
import { form as directoryForm } from './form'

let ctx: Context
let api: PlayedApi
let cookies = ''
let id = ''

beforeAll(async () => {
  await smallParliament()
  ctx = contextFor({ kind: 'system' })
  api = await playMembersApi(withOthers(smallMembers(), TOO_MANY))
  const { actor } = await memberContext(ctx, 'admin')
  await startSession(ctx, { token: 'of-the-admin', userId: actor.kind === 'staff' ? actor.id : '' })
  cookies = `${staffCookie().name}=of-the-admin`
})
afterAll(() => api.close())
beforeEach(async () => {
  await freshParliament(ctx)
  await syncMembers(ctx, askingOf(api))
  id = (await waitingSync(ctx)) ?? 'none'
})

test('confirming changes the seats, and a second time is told that it waits no longer', async () => {
  const before = await sittingNow(ctx)
  expect(await post({ sync: id, answer: 'confirm' })).toMatchObject({ by: directoryForm, show: { done: 'confirm' } })
  expect(await sittingNow(ctx)).not.toBe(before)
  expect(await post({ sync: id, answer: 'confirm' })).toMatchObject({
    status: 422,
    show: { done: null, faults: [{ message: expect.stringContaining('waits no longer') }] },
  })
})

test('discarding changes nothing', async () => {
  const before = await sittingNow(ctx)
  expect(await post({ sync: id, answer: 'discard' })).toMatchObject({ show: { done: 'discard' } })
  expect([await sittingNow(ctx), await waitingSync(ctx)]).toEqual([before, null])
})

test('going back puts the MPs of before in their seats, and is told when there is nothing to go back to', async () => {
  expect(await post({ undo: 'splits' })).toMatchObject({
    status: 422,
    show: { done: null, faults: [{ message: 'Nothing is kept of splits to go back to.' }] },
  })
  const before = await sittingNow(ctx)
  await post({ sync: id, answer: 'confirm' })
  expect(await post({ undo: 'members' })).toMatchObject({ by: directoryForm, show: { done: 'members' } })
  expect(await sittingNow(ctx)).toBe(before)
})

test('the newest postcodes are asked for, with or without Northern Ireland’s', async () => {
  for (const [fields, agreed] of [
    [{ fetch: 'release' }, false],
    [{ fetch: 'release', northernIreland: 'yes' }, true],
    [{ fetch: 'confirm' }, true],
  ] as const) {
    await ctx.db.delete(settings).where(eq(settings.name, 'postcodes_fetch'))
    expect(await post(fields)).toMatchObject({ by: directoryForm, show: { done: 'fetch' } })
    expect([(await postcodesFetch.state(ctx))?.phase, (await northernIrelandChoice(ctx))?.agreed]).toEqual([
      'waiting',
      agreed,
    ])
  }
})

test('a sync is asked for', async () => {
  await ctx.db.delete(settings).where(eq(settings.name, 'members_sync'))
  expect(await post({ ask: 'sync' })).toMatchObject({ by: directoryForm, show: { done: 'ask' } })
  expect((await membersSync.state(ctx))?.phase).toBe('waiting')
})

const faulty: Record<string, string>[] = [
  {},
  { sync: 'x', answer: 'confirm' },
  { answer: 'confirm' },
  { sync: crypto.randomUUID(), answer: 'burn' },
  { undo: 'everything' },
  { ask: 'everything' },
  { fetch: 'anything' },
  { fetch: 'release', northernIreland: 'perhaps' },
]

test.each(faulty)('refuses %j and changes nothing', async (fields) => {
  expect(await post(fields)).toMatchObject({ status: 422 })
  expect(await waitingSync(ctx)).toBe(id)
})

function post(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const exchange = newExchange({ cookies })
  return withExchange(exchange, () => directoryForm(form, {}))
}
