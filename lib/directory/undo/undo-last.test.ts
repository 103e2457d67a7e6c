import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { audit, constituencies, mps } from '@/db/schema/index'
import { testDatabase } from '@/db/testing'
import { allSeats, lookUpPostcode } from '@/lib/directory/lookup'
import { setAddress } from '@/lib/directory/members/by-hand'
import { importMembers } from '@/lib/directory/members/import'
import { membersCameFrom } from '@/lib/directory/members/source'
import { importPostcodes } from '@/lib/directory/postcodes/import-postcodes'
import { readRelease } from '@/lib/directory/postcodes/read-release'
import { currentRelease } from '@/lib/directory/postcodes/releases'
import { releaseCsv, writeRelease } from '@/lib/directory/postcodes/testing'
import { loadSnapshot } from '@/lib/directory/snapshot/load'
import { importSplits } from '@/lib/directory/splits/import'
import { sittingNow } from '@/lib/directory/sync/testing'
import { contextFor } from '@/lib/mailer/process-context'
import { rolledBack, type TestContext } from '@/lib/mailer/testing/context'
import { memberContext } from '@/lib/staff/testing'
import { keptUndos } from './kept-undos'
import { undoLast } from './undo-last'

const OFF = { membersApiUrl: null, postcodesApiUrl: null }
const [LEEDS, HALLAM, LONDON] = ['E14001319', 'E14001469', 'E14001172'] as const

beforeAll(async () => {
  await testDatabase()
  await loadSnapshot(contextFor({ kind: 'system' }))
})

const release = async (ctx: TestContext, month: string, seat: string) => {
  const read = await readRelease(writeRelease('NSPL.csv', releaseCsv([{ postcode: 'LS1 4AP', seat }])))
  await importPostcodes(ctx, read, { name: month, date: null }, { otherBoundaries: false, way: 'confirm' })
}
const seatsOf = async (ctx: TestContext, postcode = 'LS1 4AP') => {
  const outcome = await lookUpPostcode(ctx, postcode, OFF)
  return 'seats' in outcome ? outcome.seats.map(({ code }) => code).join() : outcome.status
}

describe('the postcodes of before', () => {
  test('answer again, and another undo brings the change back', () =>
    rolledBack(async (ctx) => {
      await release(ctx, 'August', LEEDS)
      await release(ctx, 'November', HALLAM)
      expect(await keptUndos(ctx)).toMatchObject([{ kind: 'postcodes', what: 'November took the place of August' }])
      const tried = await undoLast(ctx, null, { dryRun: true })
      expect(tried.lines).toContain('Moved to another seat: 1 (100%), such as LS1 4AP.')
      expect(await seatsOf(ctx)).toBe(HALLAM)
      expect(await undoLast(ctx, null)).toEqual({ ...tried, what: 'November took the place of August' })
      expect([await seatsOf(ctx), (await currentRelease(ctx))?.name]).toEqual([LEEDS, 'August'])
      expect(await keptUndos(ctx)).toMatchObject([{ what: 'November took the place of August', undone: true }])
      await undoLast(ctx, 'postcodes')
      expect([await seatsOf(ctx), (await currentRelease(ctx))?.name]).toEqual([HALLAM, 'November'])
      expect(await keptUndos(ctx)).toMatchObject([{ what: 'November took the place of August', undone: false }])
    }))

  test('are none before the first release; a newer release after an undo goes back to what was in use then', () =>
    rolledBack(async (ctx) => {
      await release(ctx, 'August', LEEDS)
      await undoLast(ctx, 'postcodes')
      expect([await seatsOf(ctx), await currentRelease(ctx)]).toEqual(['unavailable', null])
      await release(ctx, 'November', HALLAM)
      await undoLast(ctx, 'postcodes')
      expect([await seatsOf(ctx), await currentRelease(ctx)]).toEqual(['unavailable', null])
      await undoLast(ctx, 'postcodes')
      await release(ctx, 'December', LEEDS)
      await undoLast(ctx, 'postcodes')
      expect((await currentRelease(ctx))?.name).toBe('November')
    }))
})

const uncounted = (...codes: string[]) => new Map(codes.map((code) => [code, null]))

test('what a list counted of a split postcode is stored again too, and nothing where an older version kept no count', () =>
  rolledBack(async (ctx) => {
    const counts = new Map([
      [LEEDS, 3],
      [HALLAM, 297],
    ])
    await importSplits(ctx, new Map([['LS14AP', counts]]))
    await importSplits(ctx, new Map([['LS14AP', uncounted(LEEDS, HALLAM)]]))
    const shares = async () => {
      const outcome = await lookUpPostcode(ctx, 'LS1 4AP', OFF)
      return 'shares' in outcome ? outcome.shares : undefined
    }
    expect(await shares()).toBeUndefined()
    await undoLast(ctx, 'splits')
    expect(await shares()).toEqual(counts)
    await ctx.db.execute(sql`
      update directory_undos set back = jsonb_set(back, '{facts}', (
        select jsonb_agg(fact - 'properties') from jsonb_array_elements(back->'facts') as fact))`)
    await undoLast(ctx, 'splits')
    expect(await shares()).toBeUndefined()
    expect(await seatsOf(ctx)).toBe(`${LEEDS},${HALLAM}`)
  }))

test('the split postcodes of before are stored again, those of the snapshot among them', () =>
  rolledBack(async (ctx) => {
    const both = uncounted(LEEDS, HALLAM)
    await importSplits(ctx, new Map([['LS14AP', both]]))
    await importSplits(
      ctx,
      new Map([
        ['LS14AP', uncounted(HALLAM)],
        ['SW1A0AA', both],
        ['LS14AQ', both],
      ]),
    )
    // One after the other: while the first has the new state taken into memory, others are answered from the old.
    const now = async () => [await seatsOf(ctx), await seatsOf(ctx, 'SW1A 0AA'), await seatsOf(ctx, 'LS1 4AQ')]
    const listed = await now()
    expect(listed).toEqual([HALLAM, `${LEEDS},${HALLAM}`, `${LEEDS},${HALLAM}`])
    expect((await undoLast(ctx, 'splits')).lines).toEqual([
      'What was stored of 3 postcodes before the list is stored again.',
    ])
    expect(await now()).toEqual([`${LEEDS},${HALLAM}`, LONDON, 'unavailable'])
    await undoLast(ctx, 'splits')
    expect(await now()).toEqual(listed)
  }))

describe('the MPs of before', () => {
  const shifted = async (ctx: TestContext) => {
    const seats = await allSeats(ctx)
    return seats.map(({ code }, at) => {
      const { mp = null } = seats[(at + 1) % seats.length] ?? {}
      const member = mp && { memberId: mp.memberId, name: mp.name, party: mp.party, email: mp.email }
      return { code, member, line: at }
    })
  }

  test('sit again in their own rows, after a list that was shifted by a row; another undo brings it back', () =>
    rolledBack(async (ctx) => {
      const before = await sittingNow(ctx)
      await importMembers(ctx, await shifted(ctx), 'confirm')
      const wrong = await sittingNow(ctx)
      expect(wrong).not.toBe(before)
      await undoLast(ctx, 'members', { dryRun: true })
      expect(await sittingNow(ctx)).toBe(wrong)
      const { lines } = await undoLast(ctx, null)
      expect(lines).toEqual([
        '649 MPs who sat before sit again, 649 MPs who came in sit no more, and 0 MPs have the name, party and e-mail of before.',
      ])
      expect(await sittingNow(ctx)).toBe(before)
      expect(await membersCameFrom(ctx)).toBe('snapshot')
      await undoLast(ctx, 'members')
      expect(await sittingNow(ctx)).toBe(wrong)
      expect(await membersCameFrom(ctx)).toBe('import')
    }))

  test('have their own addresses again', () =>
    rolledBack(async (ctx) => {
      const before = await sittingNow(ctx)
      const seats = await allSeats(ctx)
      const rows = seats.map(({ code, mp }, line) => {
        const member = mp && { memberId: mp.memberId, name: mp.name, party: mp.party, email: 'one@parliament.uk' }
        return { code, member, line }
      })
      await importMembers(ctx, rows, 'confirm')
      await undoLast(ctx, 'members')
      expect(await sittingNow(ctx)).toBe(before)
    }))

  test('have their addresses set by hand again, marked as such; one set after the change stays', () =>
    rolledBack(async (ctx) => {
      const [first, second] = (await allSeats(ctx)).filter(({ mp }) => mp)
      if (!first?.mp || !second?.mp) throw new Error('Nobody sits.')
      ctx.setNow(new Date('2026-11-20T12:00:00Z'))
      await setAddress(ctx, first.code, 'by-hand@parliament.uk')
      const before = await sittingNow(ctx)
      ctx.setNow(new Date('2026-11-21T12:00:00Z'))
      const rows = [first, second].flatMap(({ code, mp }, line) => {
        const member = mp && {
          memberId: mp.memberId,
          name: mp.name,
          party: 'Other',
          email: `list${line}@parliament.uk`,
        }
        return [{ code, member, line }]
      })
      await importMembers(ctx, rows)
      const after = await sittingNow(ctx)
      ctx.setNow(new Date('2026-11-22T12:00:00Z'))
      await undoLast(ctx, 'members')
      expect(await sittingNow(ctx)).toBe(before)
      await undoLast(ctx, 'members')
      expect(await sittingNow(ctx)).toBe(after)
      ctx.setNow(new Date('2026-11-23T12:00:00Z'))
      await setAddress(ctx, second.code, 'later@parliament.uk')
      await setAddress(ctx, first.code, null)
      ctx.setNow(new Date('2026-11-24T12:00:00Z'))
      await undoLast(ctx, 'members')
      const [one, other] = await listedAddresses(ctx, [first.code, second.code])
      expect(one).toEqual({ party: first.mp.party, email: first.mp.email, setByHand: null })
      expect(other).toEqual({
        party: second.mp.party,
        email: 'later@parliament.uk',
        setByHand: new Date('2026-11-23T12:00:00Z'),
      })
    }))

  test('are those before the last change that changed something', () =>
    rolledBack(async (ctx) => {
      const before = await sittingNow(ctx)
      const [seat] = await allSeats(ctx)
      const rows = [{ code: seat?.code ?? '', member: null, line: 2 }]
      await importMembers(ctx, rows)
      await importMembers(ctx, rows)
      await undoLast(ctx, 'members')
      expect(await sittingNow(ctx)).toBe(before)
      expect(await ctx.db.$count(mps, eq(mps.constituencyCode, seat?.code ?? ''))).toBe(1)
    }))
})

test('what was undone is in the audit, by whom', () =>
  rolledBack(async (ctx) => {
    await importSplits(ctx, new Map([['LS14AP', uncounted(LEEDS, HALLAM)]]))
    const admin = { ...ctx, ...(await memberContext(ctx, 'admin')) }
    await undoLast(admin, null)
    const rows = await ctx.db.select().from(audit).where(eq(audit.verb, 'directory.undo'))
    expect(rows).toMatchObject([
      { actorKind: 'staff', subjectId: 'splits', after: { undone: 'A list of 1 postcode came in' } },
    ])
  }))

test('where nothing is kept there is nothing to go back to', () =>
  rolledBack(async (ctx) => {
    await expect(undoLast(ctx, null)).rejects.toThrow('Nothing is kept to go back to.')
    await expect(undoLast(ctx, 'splits')).rejects.toThrow('Nothing is kept of splits to go back to.')
  }))

test.each(['editor', 'campaigner'] as const)('refuses the role %s', (role) =>
  rolledBack(async (ctx) => {
    const member = await memberContext(ctx, role)
    await expect(async () => undoLast(member, null)).rejects.toMatchObject({ name: 'Refusal', code: 'not-allowed' })
  }),
)

function listedAddresses(ctx: TestContext, codes: string[]) {
  const { party, email, setByHand } = mps
  return ctx.db
    .select({ party, email, setByHand })
    .from(mps)
    .innerJoin(constituencies, eq(constituencies.code, mps.constituencyCode))
    .where(and(isNull(mps.until), inArray(mps.constituencyCode, codes)))
    .orderBy(asc(constituencies.name))
}
