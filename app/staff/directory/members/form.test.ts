import { beforeAll, beforeEach, expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import { staffCookie } from '@/app/_server/session/staff-cookie'
import { memberLists } from '@/db/schema/index'
import { waitingMemberList } from '@/lib/directory/members/uploaded/waiting-list'
import { freshParliament, sittingNow, smallParliament } from '@/lib/directory/sync/testing'
import type { Context } from '@/lib/kernel/context'
import { contextFor } from '@/lib/mailer/process-context'
import { startSession } from '@/lib/staff/sign-in/sessions'
import { memberContext } from '@/lib/staff/testing'
import { form } from './form'

const HEADER = 'code,member_id,member,party,email'
const ONE = `${HEADER}\nW07000112,9001,Ann Example,Independent,ann.example.mp@parliament.uk\n`
/** Two of twelve seats are more than a tenth. */
const TWO = `${HEADER}\nW07000112,,,,\nE14001172,,,,\n`

let ctx: Context
let cookies = ''

beforeAll(async () => {
  await smallParliament()
  ctx = contextFor({ kind: 'system' })
  const { actor } = await memberContext(ctx, 'admin')
  await startSession(ctx, { token: 'of-the-admin', userId: actor.kind === 'staff' ? actor.id : '' })
  cookies = `${staffCookie().name}=of-the-admin`
})
beforeEach(async () => {
  await freshParliament(ctx)
  await ctx.db.delete(memberLists)
})

function post(fields: Record<string, string | File>) {
  const sent = new FormData()
  for (const [name, value] of Object.entries(fields)) sent.set(name, value)
  return withExchange(newExchange({ cookies }), () => form(sent, {}))
}
const upload = (text: string) => post({ do: 'upload', list: new File([text], 'mps.csv') })
const id = async () => (await waitingMemberList(ctx))?.id ?? ''

test('a list is uploaded, brought in, and leads to the directory', async () => {
  const before = await sittingNow(ctx)
  expect(await upload(ONE)).toEqual({ redirect: '/staff/directory/members#waiting' })
  expect(await sittingNow(ctx)).toBe(before)
  const waiting = await id()
  expect(await post({ do: 'bring-in', id: waiting, way: 'apply' })).toEqual({
    redirect: '/staff/directory?done=list#mps',
  })
  expect(await sittingNow(ctx)).toContain('Ann Example')
  expect(await post({ do: 'bring-in', id: waiting, way: 'apply' })).toMatchObject({
    status: 422,
    show: { faults: [{ message: expect.stringContaining('waits no longer') }] },
  })
})

test('what would change too much is held until it is confirmed', async () => {
  const before = await sittingNow(ctx)
  await upload(TWO)
  expect(await post({ do: 'bring-in', id: await id(), way: 'apply' })).toMatchObject({
    status: 422,
    show: { faults: [{ message: expect.stringMatching(/^Nothing was changed: /) }] },
  })
  expect(await sittingNow(ctx)).toBe(before)
  expect(await post({ do: 'bring-in', id: await id(), way: 'confirm' })).toMatchObject({ redirect: expect.any(String) })
  expect(await sittingNow(ctx)).not.toBe(before)
})

test('a list is discarded', async () => {
  const before = await sittingNow(ctx)
  await upload(ONE)
  expect(await post({ do: 'discard', id: await id() })).toEqual({ redirect: '/staff/directory/members?done=discarded' })
  expect([await id(), await sittingNow(ctx)]).toEqual(['', before])
})

test.each([
  [{ do: 'upload' }, 'list'],
  [{ do: 'upload', list: 'no file' }, 'list'],
  [{ do: 'upload', list: new File([], '') }, 'list'],
  [{ do: 'upload', list: new File(['x'.repeat(1_250_000)], 'large.csv') }, 'list'],
  [{ do: 'upload', list: new File(['a;b\n1;2\n'], 'other.csv') }, 'list'],
  [{ do: 'bring-in', id: "'; drop table mps; --", way: 'confirm' }, 'waiting'],
  [{ do: 'discard' }, 'waiting'],
])('%o is refused beside its field, and what waited still waits', async (fields, field) => {
  await upload(ONE)
  const waited = await id()
  expect(await post(fields as Record<string, string | File>)).toMatchObject({
    status: 422,
    show: { faults: [{ field }] },
  })
  expect(await id()).toBe(waited)
})
