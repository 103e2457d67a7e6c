import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { setAddress } from '@/lib/directory/members/by-hand'
import { importMembers } from '@/lib/directory/members/import'
import type { Member } from '@/lib/directory/members/rows'
import { loadSnapshot } from '@/lib/directory/snapshot/load'
import { undoLast } from '@/lib/directory/undo/undo-last'
import { contextFor } from '@/lib/mailer/process-context'
import { rolledBack, type TestContext } from '@/lib/mailer/testing/context'
import { memberContext } from '@/lib/staff/testing'
import { seatHistory } from './seat-history'

const [ALDERSHOT, LONDON] = ['E14001063', 'E14001172'] as const
const ann: Member = { memberId: 9001, name: 'Ann Example', party: 'Independent', email: null }

beforeAll(async () => {
  await testDatabase()
  await loadSnapshot(contextFor({ kind: 'system' }))
})

const told = async (ctx: TestContext, code: string) =>
  (await seatHistory(ctx, code)).map(({ source, kind, before, after, by }) => [source, kind, before, after, by])
const list = (ctx: TestContext, code: string, member: Member | null) => importMembers(ctx, [{ code, member, line: 2 }])

test('who came and left, and from what, newest first; an undo too', () =>
  rolledBack(async (ctx) => {
    await list(ctx, ALDERSHOT, ann)
    await list(ctx, ALDERSHOT, { ...ann, name: 'Ann Other', party: 'Labour' })
    await list(ctx, ALDERSHOT, null)
    await undoLast(ctx, 'members')
    expect(await told(ctx, ALDERSHOT)).toEqual([
      ['undo', 'came', null, 'Ann Other', null],
      ['import', 'left', 'Ann Other', null, null],
      ['import', 'party', 'Independent', 'Labour', null],
      ['import', 'name', 'Ann Example', 'Ann Other', null],
      ['import', 'came', null, 'Ann Example', null],
      ['import', 'left', 'Alex Baker', null, null],
      ['snapshot', 'came', null, 'Alex Baker', null],
    ])
  }))

test('an address set and cleared by hand, by whom; what changes nothing leaves no line', () =>
  rolledBack(async (ctx) => {
    const admin = { ...ctx, ...(await memberContext(ctx, 'admin')) }
    await setAddress(admin, LONDON, 'ann@parliament.uk')
    await setAddress(admin, LONDON, 'ann@parliament.uk')
    await setAddress(admin, LONDON, null)
    const [cleared, set, ...before] = await told(ctx, LONDON)
    const of = set?.[2]
    expect(set).toEqual(['hand', 'e-mail', of, 'ann@parliament.uk', 'admin@example.org'])
    expect(cleared).toEqual(['hand', 'e-mail', 'ann@parliament.uk', of, 'admin@example.org'])
    expect(before).toHaveLength(1)
  }))

test.each(['editor', 'campaigner'] as const)('refuses the role %s', (role) =>
  rolledBack(async (ctx) => {
    const member = await memberContext(ctx, role)
    expect(() => seatHistory(member, LONDON)).toThrow(expect.objectContaining({ code: 'not-allowed' }))
  }),
)
