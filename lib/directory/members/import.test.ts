import { asc, desc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { audit, mps } from '@/db/schema/index'
import { testDatabase } from '@/db/testing'
import { allSeats, findSeat } from '@/lib/directory/lookup'
import { loadSnapshot } from '@/lib/directory/snapshot/load'
import { contextFor } from '@/lib/mailer/process-context'
import { rolledBack } from '@/lib/mailer/testing/context'
import { importMembers } from './import'
import type { Member, MemberRow } from './rows'

const ann: Member = { memberId: 9001, name: 'Ann Example', party: 'Independent', email: 'ann@example.org' }
const bob: Member = { memberId: 9002, name: 'Bob Example', party: 'Independent', email: null }
const LONDON = 'E14001172'
const HOLBORN = 'E14001290'
const YNYS_MON = 'W07000112'

const asRows = (sittings: Record<string, Member | null>): MemberRow[] =>
  Object.entries(sittings).map(([code, member], at) => ({ code, member, line: at + 2 }))
beforeAll(async () => {
  await testDatabase()
  await loadSnapshot(contextFor({ kind: 'system' }))
})

test('the report says who is new, changed, gone and where nobody sits', () =>
  rolledBack(async (ctx) => {
    const { mp } = (await findSeat(ctx, YNYS_MON)) ?? {}
    const llinos: Member = { memberId: mp?.memberId ?? 0, name: 'Llinos Medi', party: 'Independent', email: null }
    const report = await importMembers(
      ctx,
      asRows({ [LONDON]: ann, [HOLBORN]: bob, [YNYS_MON]: llinos, E14001063: null }),
    )
    expect(report).toEqual({
      new: [
        { code: LONDON, constituency: 'Cities of London and Westminster', name: 'Ann Example', party: 'Independent' },
        { code: HOLBORN, constituency: 'Holborn and St Pancras', name: 'Bob Example', party: 'Independent' },
      ],
      changed: [
        {
          code: YNYS_MON,
          constituency: 'Ynys Môn',
          name: 'Llinos Medi',
          party: 'Independent',
          what: ['party', 'e-mail'],
        },
      ],
      left: [
        {
          code: LONDON,
          constituency: 'Cities of London and Westminster',
          name: 'Rachel Blake',
          party: 'Labour (Co-op)',
        },
        { code: 'E14001063', constituency: 'Aldershot', name: 'Alex Baker', party: 'Labour' },
      ],
      vacant: [{ code: 'E14001063', constituency: 'Aldershot' }],
      unchanged: 0,
      notNamed: 646,
    })
  }))

test('who sat when is kept: the row before ends as the new one begins, and a correction stays in its row', () =>
  rolledBack(async (ctx) => {
    await importMembers(ctx, asRows({ [LONDON]: ann }))
    await importMembers(ctx, asRows({ [LONDON]: { ...ann, email: 'new@example.org' } }))
    const rows = await ctx.db.select().from(mps).where(eq(mps.constituencyCode, LONDON)).orderBy(asc(mps.since))
    expect(rows).toMatchObject([
      { name: 'Rachel Blake', until: ctx.now() },
      { name: 'Ann Example', email: 'new@example.org', since: ctx.now(), until: null },
    ])
    expect(rows).toHaveLength(2)
  }, new Date('2026-10-06T12:00:00Z')))

test('the same list a second time changes nothing', () =>
  rolledBack(async (ctx) => {
    const rows = asRows({ [LONDON]: ann, [HOLBORN]: null })
    await importMembers(ctx, rows)
    expect(await importMembers(ctx, rows)).toMatchObject({ new: [], changed: [], left: [], unchanged: 1 })
  }))

test('refuses a list with a constituency that the directory does not have, and keeps nothing of it', () =>
  rolledBack(async (ctx) => {
    await expect(importMembers(ctx, asRows({ [LONDON]: ann, E14000639: bob }))).rejects.toThrow(
      'The directory has no constituency E14000639.',
    )
    expect(await findSeat(ctx, LONDON)).toMatchObject({ mp: { name: 'Rachel Blake' } })
  }))

test('an import is seen at once, although the list of seats is kept for 10 seconds', () =>
  rolledBack(async (ctx) => {
    const nameIn = async () => (await allSeats(ctx)).find(({ code }) => code === HOLBORN)?.mp?.name
    expect(await nameIn()).toBeUndefined()
    await importMembers(ctx, asRows({ [HOLBORN]: ann }))
    expect(await nameIn()).toBe('Ann Example')
  }))

test('an import is in the audit', () =>
  rolledBack(async (ctx) => {
    await importMembers(ctx, asRows({ [LONDON]: ann }))
    const [entry] = await ctx.db.select().from(audit).orderBy(desc(audit.id)).limit(1)
    expect(entry).toMatchObject({ verb: 'import-members', after: { new: [LONDON], changed: [], left: [LONDON] } })
  }))
