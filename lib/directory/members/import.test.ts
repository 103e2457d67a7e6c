import { asc, desc, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { audit, mps } from '@/db/schema/index'
import { testDatabase } from '@/db/testing'
import { ChangesTooMuch } from '@/lib/directory/guard/let-in'
import { allSeats, findSeat } from '@/lib/directory/lookup'
import { loadSnapshot } from '@/lib/directory/snapshot/load'
import { sittingNow } from '@/lib/directory/sync/testing'
import { contextFor } from '@/lib/mailer/process-context'
import { rolledBack } from '@/lib/mailer/testing/context'
import { importMembers } from './import'
import type { Member, MemberRow } from './rows'
import { listInUse, wrongLists } from './testing'

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
    const { report } = await importMembers(
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
    expect((await importMembers(ctx, rows)).report).toMatchObject({ new: [], changed: [], left: [], unchanged: 1 })
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

describe('a list that is wrong as a whole is refused, tried without a change, and let in when it is confirmed:', () => {
  test.each(wrongLists)('%s', (_, spoil, reason) =>
    rolledBack(async (ctx) => {
      const rows = spoil(await listInUse(ctx))
      const before = await sittingNow(ctx)
      await expect(importMembers(ctx, rows)).rejects.toThrow(reason)
      const { compared } = await importMembers(ctx, rows, 'dry-run')
      expect(compared.reasons.length).toBeGreaterThan(0)
      expect(await sittingNow(ctx)).toBe(before)
      await importMembers(ctx, rows, 'confirm')
      expect(await sittingNow(ctx)).not.toBe(before)
    }),
  )

  test.each(wrongLists)('%s, in the days after an election too, when all seats are empty', (_, spoil) =>
    rolledBack(async (ctx) => {
      const rows = spoil(await listInUse(ctx))
      await ctx.db.update(mps).set({ until: ctx.now() })
      await expect(importMembers(ctx, rows)).rejects.toBeInstanceOf(ChangesTooMuch)
    }),
  )

  test('a sound list is let in, with its comparison', () =>
    rolledBack(async (ctx) => {
      const rows = await listInUse(ctx)
      const { compared } = await importMembers(ctx, rows)
      expect(compared).toEqual({
        lines: [
          'Compared with the MPs in use: 0 of 650 seats would get another MP, none, or another e-mail.',
          'Addresses that several MPs would share: none.',
          'Addresses that are another MP’s: none.',
          'Addresses at domains where no MP has had one: none.',
          'MPs who would lose their address: none.',
          'Members who sat for another seat: none.',
        ],
        reasons: [],
      })
    }))

  test('one row alone is looked at beside those that it does not name', () =>
    rolledBack(async (ctx) => {
      const { mp } = (await findSeat(ctx, LONDON)) ?? {}
      const { compared } = await importMembers(ctx, asRows({ [HOLBORN]: { ...bob, email: mp?.email ?? null } }))
      expect(compared.lines).toContain(`Addresses that several MPs would share: 1 (${mp?.email}).`)
    }))
})
