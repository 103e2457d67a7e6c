import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { directorySyncEmails, mps } from '@/db/schema/index'
import { tellTroubleJob } from '@/lib/directory/jobs'
import { setAddress } from '@/lib/directory/members/by-hand'
import { importMembers } from '@/lib/directory/members/import'
import { membersCameFrom } from '@/lib/directory/members/source'
import {
  failures,
  HASTY,
  membersOf,
  type PlayedApi,
  playMembersApi,
  SNAPSHOT_FILE,
  snapshotMembers,
  withOthers,
} from '@/lib/directory/members-api/testing'
import { loadSnapshot } from '@/lib/directory/snapshot/load'
import type { JobPayload } from '@/lib/jobs/define-job'
import type { Context } from '@/lib/kernel/context'
import { env } from '@/lib/kernel/env'
import { DAY, HOUR } from '@/lib/kernel/time/durations'
import { readMailbox } from '@/lib/mailer/local-mailbox'
import { type TestContext, testContext } from '@/lib/mailer/testing/context'
import { tellDirectoryTrouble } from '@/lib/messages/to-staff/tell-directory-trouble'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { confirmSync, waitingSync } from './decide-waiting-sync'
import { type Synced, syncMembers, trySync } from './sync-members'
import {
  askingOf,
  freshDirectory,
  freshParliament,
  OTHER_DAY_FILE,
  sittingNow,
  smallMembers,
  smallParliament,
  syncRows,
  TOO_MANY,
} from './testing'
import { syncTrouble } from './trouble'

const NIGHT = new Date('2026-11-24T03:40:00Z')
const ALDERSHOT = 'E14001063'
const HOLBORN = 'E14001290'

let ctx: TestContext
let api: PlayedApi

beforeAll(async () => {
  ctx = testContext(await smallParliament(), NIGHT)
  api = await playMembersApi([])
})
afterAll(() => api.close())
afterEach(() => vi.restoreAllMocks())
const sync = () => syncMembers(ctx, askingOf(api))
const codesOf = (seats: { code: string }[] = []) => seats.map(({ code }) => code).sort()
const contactsAsked = () => api.asked.filter((path) => path.endsWith('/Contact'))

describe('the whole House', () => {
  const steps: string[] = []
  let before = ''
  let synced: Synced | null

  beforeAll(async () => {
    Object.assign(api, { members: snapshotMembers() })
    await freshDirectory(ctx)
    before = await sittingNow(ctx)
    synced = await syncMembers(ctx, askingOf(api), (what, { done, total }) => steps.push(`${what} ${done}/${total}`))
  })

  test('of the same members as before: the report names nobody, and they stay the same rows', async () => {
    expect(synced).toMatchObject({
      outcome: 'applied',
      report: { new: [], changed: [], left: [], vacant: [{ code: HOLBORN }], unchanged: 649, notNamed: 0 },
    })
    expect(await sittingNow(ctx)).toBe(before)
  })

  test('is asked for, every page and every member once, a few at a time', () => {
    expect(new Set(api.asked).size).toBe(api.asked.length)
    expect(contactsAsked()).toHaveLength(649)
    expect(api.asked).toHaveLength(649 + 33)
    expect(api.most).toBeLessThanOrEqual(4)
    expect(api.most).toBeGreaterThan(1)
  })

  test('is told of, how far it has come', () => {
    expect(steps[0]).toBe('members 20/649')
    expect(steps).toContain('contact details 0/649')
    expect(steps.at(-1)).toBe('contact details 649/649')
  })

  test.skipIf(!existsSync(OTHER_DAY_FILE))(
    `of the members of another day names exactly the seats that differ (skipped where ${OTHER_DAY_FILE} is absent)`,
    async () => {
      ctx.setNow(new Date(NIGHT.getTime() + DAY))
      Object.assign(api, { members: membersOf(OTHER_DAY_FILE), asked: [] })
      const expected = differencesOfFiles()
      const { report } = (await sync()) ?? {}
      expect(codesOf(report?.new)).toEqual(expected.new)
      expect(codesOf(report?.left)).toEqual(expected.left)
      expect(codesOf(report?.changed)).toEqual(expected.changed)
      expect(codesOf(report?.vacant)).toEqual(expected.vacant)
      expect(report?.unchanged).toBe(650 - new Set(Object.values(expected).flat()).size)
      expect([expected.new.length, expected.left.length, expected.changed.length]).toEqual([4, 4, 11])
      // And what the report says is how it is now.
      const sitting = JSON.parse(await sittingNow(ctx))
      for (const row of rowsOf(OTHER_DAY_FILE).filter(({ member_id }) => member_id)) {
        expect(sitting).toContainEqual(
          expect.objectContaining({
            constituencyCode: row.gss_code,
            memberId: Number(row.member_id),
            name: row.name,
            party: row.party,
            email: row.email || null,
          }),
        )
      }
      expect(sitting).toHaveLength(649)
    },
  )
})

/** Twelve seats and eleven members, listed four at a time. */
describe('the small Parliament', () => {
  beforeEach(async () => {
    ctx.setNow(NIGHT)
    vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => api.deadline())
    Object.assign(api, {
      members: smallMembers(),
      pageSize: 4,
      failing: () => null,
      retryAfter: null,
      asked: [],
      most: 0,
    })
    await freshParliament(ctx)
  })

  describe('the report', () => {
    test('names the seat of a member who has left, which is vacant by itself', async () => {
      api.members = api.members.slice(1)
      const { report } = (await sync()) ?? {}
      expect(codesOf(report?.left)).toEqual([ALDERSHOT])
      expect(codesOf(report?.vacant)).toEqual([ALDERSHOT, HOLBORN])
      expect(await ctx.db.$count(mps, sql`constituency_code = ${ALDERSHOT} and until is null`)).toBe(0)
    })

    test('counts a member who comes back to the same seat as new, in a row of their own', async () => {
      const [alex, ...others] = api.members
      api.members = others
      await sync()
      ctx.setNow(new Date(NIGHT.getTime() + DAY))
      api.members = alex ? [alex, ...others] : []
      expect(codesOf((await sync())?.report.new)).toEqual([ALDERSHOT])
      const rows = await ctx.db.select().from(mps).where(eq(mps.constituencyCode, ALDERSHOT)).orderBy(mps.since)
      expect(rows).toMatchObject([
        { memberId: 5173, until: NIGHT },
        { memberId: 5173, since: ctx.now(), until: null },
      ])
    })

    test('is in the audit by its seats, and the snapshot does not undo it', async () => {
      api.members = api.members.slice(1)
      await sync()
      expect(await auditOf(ctx, 'directory.sync')).toContainEqual(
        expect.objectContaining({ actorKind: 'system', after: { new: [], changed: [], left: [ALDERSHOT] } }),
      )
      expect(await membersCameFrom(ctx)).toBe('sync')
      await ctx.db.execute(sql`delete from settings where name = 'directory_snapshot'`)
      await loadSnapshot(ctx)
      expect(await ctx.db.$count(mps, sql`constituency_code = ${ALDERSHOT} and until is null`)).toBe(0)
    })
  })

  describe('the API is asked', () => {
    test('by one process only: the second is told so, and asks nothing', async () => {
      const [first, second] = await Promise.all([sync(), sync()])
      expect([first, second].filter((one) => one === null)).toHaveLength(1)
      expect(contactsAsked()).toHaveLength(11)
    })
  })

  describe('when the API fails', () => {
    // The first of all, so that little else is read.
    const somebody = 'Members/5173/Contact'

    test('once, it is asked again and all goes well', async () => {
      api.failing = (path, nth) => (nth === 1 && /Members\/172\/|skip=4&/.test(path) ? 'status 500' : null)
      expect(await sync()).toMatchObject({ outcome: 'applied', report: { unchanged: 11 } })
    })

    test.each(failures)('for good (%s), nothing is changed and one plain line says so', async (failure) => {
      const before = await sittingNow(ctx)
      api.failing = (path) => (path.includes(somebody) ? failure : null)
      const failed = await sync().catch((error: unknown) => error)
      expect(failed).toMatchObject({ name: 'ExpectedFailure' })
      expect(String(failed)).toMatch(/^ExpectedFailure: The Members API [^\n]+ Nothing was changed\.$/)
      expect(String(failed)).not.toContain('SECRET')
      expect(await sittingNow(ctx)).toBe(before)
      expect(await syncRows(ctx)).toMatchObject([
        { endedAt: null, brokeOff: expect.stringMatching(/^The Members API /) },
      ])
    })

    test('half-way, the next sync goes on from there', async () => {
      api.failing = (path) => (path.endsWith('/Contact') && contactsAsked().length > 6 ? 'hang-up' : null)
      await expect(sync()).rejects.toThrow('Nothing was changed.')
      const kept = await ctx.db.$count(directorySyncEmails)
      expect(kept).toBe(6)
      ctx.setNow(new Date(NIGHT.getTime() + HOUR))
      Object.assign(api, { failing: () => null, asked: [] })
      expect(await sync()).toMatchObject({ outcome: 'applied', report: { unchanged: 11 } })
      expect(api.asked).toEqual(contactsAsked())
      expect(api.asked).toHaveLength(11 - kept)
      expect(await syncRows(ctx)).toMatchObject([
        { startedAt: NIGHT, outcome: 'applied', brokeOff: null, listed: null },
      ])
      expect(await ctx.db.$count(directorySyncEmails)).toBe(0)
    })

    test('a day ago, everything is read afresh', async () => {
      api.failing = (path) => (path.includes(somebody) ? 'hang-up' : null)
      await expect(sync()).rejects.toThrow()
      ctx.setNow(new Date(NIGHT.getTime() + DAY))
      Object.assign(api, { failing: () => null, asked: [] })
      await sync()
      expect(api.asked).toHaveLength(11 + 3)
      expect((await syncRows(ctx)).map(({ outcome }) => outcome)).toEqual(['given-up', 'applied'])
    })

    test('being stopped from outside ends it between two requests', async () => {
      const stop = new AbortController()
      api.failing = () => {
        if (contactsAsked().length === 5) stop.abort()
        return null
      }
      await expect(syncMembers(ctx, { ...askingOf(api), signal: stop.signal })).rejects.toThrow(/abort/i)
      expect(contactsAsked().length).toBeLessThan(5 + HASTY.atOnce)
    })
  })

  describe('a list that cannot be right', () => {
    test('names constituencies that the directory does not have, more than a tenth: nothing is kept', async () => {
      const before = await sittingNow(ctx)
      api.members = api.members.map((one, at) => (at < 2 ? { ...one, constituency: `Old Sarum ${at}` } : one))
      await expect(sync()).rejects.toThrow(
        /constituencies that the directory does not have: Old Sarum 0 \(.+\)\. Nothing/,
      )
      expect(await sittingNow(ctx)).toBe(before)
      expect(contactsAsked()).toEqual([])
      api.members = smallMembers()
      expect(await sync()).toMatchObject({ outcome: 'applied' })
    })

    test('calls one seat by another name: it stays as it was, and the others are brought up to date', async () => {
      const [alex, ...others] = smallMembers()
      api.members = [
        { ...alex, constituency: 'Old Sarum', party: 'Other' } as (typeof others)[number],
        ...others.slice(0, -1),
      ]
      const gone = await sync()
      expect(gone).toMatchObject({ outcome: 'applied', report: { unchanged: 9, notNamed: 1 } })
      expect(gone?.report.left).toHaveLength(1)
      expect(await sittingNow(ctx)).toContain('Alex Baker')
      expect((await syncTrouble(ctx))?.words).toContain('Old Sarum (Alex Baker)')
    })

    test('lists somebody new for a strange seat: every seat that nobody is listed for stays as it was', async () => {
      const before = await sittingNow(ctx)
      api.members = smallMembers().map((one, at) =>
        at === 0 ? { ...one, memberId: 9001, name: 'Ann Example', constituency: 'Old Sarum' } : one,
      )
      expect(await sync()).toMatchObject({ outcome: 'applied', report: { unchanged: 10, left: [], notNamed: 2 } })
      expect(await sittingNow(ctx)).toBe(before)
    })

    test('is written in another way, and found: without accents, with "&", in other case', async () => {
      api.members = api.members.map((one) => ({
        ...one,
        constituency: one.constituency.toUpperCase().replace('Ô', 'O').replace(' AND ', ' & '),
      }))
      expect(await sync()).toMatchObject({ report: { unchanged: 11 } })
    })

    test('changes while it is read: it is read once more, and is good then', async () => {
      const all = smallMembers()
      api.failing = (path) => {
        if (path.includes('skip=4&') && api.members.length === all.length) api.members = all.slice(1)
        return null
      }
      expect(codesOf((await sync())?.report.left)).toEqual([ALDERSHOT])
      expect(contactsAsked()).toHaveLength(10)
    })

    const wrong: [string, (members: PlayedApi['members']) => PlayedApi['members'], RegExp][] = [
      ['names a member twice', (members) => [...members, ...members.slice(0, 1)], /lists a member twice/],
      [
        'names two members for one seat',
        (members) => [...members, { ...members[0], memberId: 1, name: 'Ann Other' } as (typeof members)[number]],
        /names two members for Aldershot: Alex Baker and Ann Other/,
      ],
    ]
    test.each(wrong)('%s, and does so again: it fails clearly', async (_what, spoil, words) => {
      const before = await sittingNow(ctx)
      api.members = spoil(api.members)
      await expect(sync()).rejects.toThrow(words)
      expect(await sittingNow(ctx)).toBe(before)
      expect(api.asked.filter((path) => path.includes('skip=0&'))).toHaveLength(2)
    })
  })

  describe('an address set by hand', () => {
    const emailNow = async () => {
      const [row] = await ctx.db.select().from(mps).where(sql`constituency_code = ${ALDERSHOT} and until is null`)
      return [row?.email, row?.setByHand !== null]
    }
    const sourceSays = (email: string | null) => {
      api.members = smallMembers().map((one, at) => (at === 0 ? { ...one, email } : one))
      return sync()
    }
    let admin: Context
    let usual = ''
    beforeEach(async () => {
      await ctx.db.execute(sql`delete from staff`)
      admin = await memberContext(ctx, 'admin')
      usual = smallMembers()[0]?.email ?? ''
    })

    test('that the source has taken up is the source’s from then on, also where it goes back to what it gave before', async () => {
      await setAddress(admin, ALDERSHOT, 'right@parliament.uk')
      await sourceSays('right@parliament.uk')
      expect(await emailNow()).toEqual(['right@parliament.uk', false])
      await sourceSays(usual)
      expect(await emailNow()).toEqual([usual, false])
    })

    test('on the page stays through syncs until the source itself gives another', async () => {
      await setAddress(admin, ALDERSHOT, 'right@parliament.uk')
      expect(await sync()).toMatchObject({ report: { changed: [], unchanged: 11 } })
      expect(await emailNow()).toEqual(['right@parliament.uk', true])
      await sourceSays('newer@parliament.uk')
      expect(await emailNow()).toEqual(['newer@parliament.uk', false])
    })

    test('stays where the source gave none and goes on to, and goes when it is cleared', async () => {
      const audited = (await auditOf(ctx, 'directory.set-address')).length
      await sourceSays(null)
      await setAddress(admin, ALDERSHOT, 'right@parliament.uk')
      await sourceSays(null)
      expect(await emailNow()).toEqual(['right@parliament.uk', true])
      await setAddress(admin, ALDERSHOT, null)
      expect(await emailNow()).toEqual([null, false])
      expect(await auditOf(ctx, 'directory.set-address')).toHaveLength(audited + 2)
    })

    test('by a list from a file stays too, corrected twice; the source’s own address ends it', async () => {
      const listed = async (email: string) => {
        const [alex] = smallMembers()
        if (!alex) throw new Error('Nobody sits there.')
        const { memberId, name, party } = alex
        await importMembers(ctx, [{ code: ALDERSHOT, member: { memberId, name, party, email }, line: 2 }])
      }
      await listed('first@parliament.uk')
      await listed('second@parliament.uk')
      await sync()
      expect(await emailNow()).toEqual(['second@parliament.uk', true])
      await listed(usual)
      expect(await emailNow()).toEqual([usual, false])
    })

    test('is no one’s for a vacant seat, and refused to others than administrators', async () => {
      await expect(setAddress(admin, HOLBORN, 'a@parliament.uk')).rejects.toThrow('Nobody sits for this seat')
      const editor = await memberContext(ctx, 'editor')
      expect(() => setAddress(editor, ALDERSHOT, 'a@parliament.uk')).toThrow()
    })
  })

  describe('administrators are told', () => {
    beforeEach(async () => {
      await ctx.db.execute(sql`delete from staff`)
      await memberContext(ctx, 'admin', 'ada@example.org')
      await memberContext(ctx, 'editor', 'eve@example.org')
    })
    const tellings = async () => {
      const jobs = await ctx.db.execute<{ payload: JobPayload<typeof tellTroubleJob> }>(sql`
        select job.payload from graphile_worker._private_jobs job
        join graphile_worker._private_tasks task on task.id = job.task_id
        where task.identifier = ${tellTroubleJob.kind} order by job.id`)
      return jobs.map(({ payload }) => payload)
    }

    test('of a strange seat once, with its name, and again when it is another', async () => {
      const called = (constituency: string) => {
        api.members = smallMembers().map((one, at) => (at === 0 ? { ...one, constituency } : one))
        return sync()
      }
      for (const name of ['Old Sarum', 'Old Sarum', 'Dunwich']) await called(name)
      expect((await tellings()).map(({ words }) => /Old Sarum|Dunwich/.exec(String(words))?.[0])).toEqual([
        'Old Sarum',
        'Dunwich',
      ])
      api.members = smallMembers()
      await sync()
      expect(await syncTrouble(ctx)).toBeNull()
      await called('Dunwich')
      expect(await tellings()).toHaveLength(3)
    })

    test('of a sync that fails, in words, once until one has worked', async () => {
      const fails = async () => {
        api.failing = () => 'status 500'
        await expect(sync()).rejects.toThrow()
        api.failing = () => null
      }
      await fails()
      await fails()
      expect(await tellings()).toMatchObject([
        { kind: 'failed', words: expect.stringContaining('The Members API answered with status 500') },
      ])
      await sync()
      await fails()
      expect(await tellings()).toHaveLength(2)
      for (const told of await tellings()) await tellDirectoryTrouble(ctx, told)
      const mail = (await readMailbox(env())).filter(({ subject }) => subject.startsWith('The MPs could not'))
      expect(mail.map(({ to }) => to)).toEqual(['ada@example.org', 'ada@example.org'])
      expect(mail[0]?.text).toContain('answered with status 500')
    })
  })

  test('without any members, with no known dissolution near: it is held, and nothing changes until it is confirmed', async () => {
    const before = await sittingNow(ctx)
    api.members = []
    expect(await trySync(ctx, askingOf(api))).toMatchObject({ outcome: 'held' })
    expect(await sync()).toMatchObject({
      outcome: 'held',
      compared: { reasons: [expect.stringContaining('the list is empty')] },
    })
    expect(await sittingNow(ctx)).toBe(before)
    const admin = await memberContext(ctx, 'admin', 'confirms@example.org')
    await confirmSync(admin, (await waitingSync(admin)) ?? '')
    expect(await sittingNow(ctx)).toBe('[]')
    // An empty House stays one without being asked about again.
    expect(await sync()).toMatchObject({ outcome: 'applied', dissolved: true })
  })

  test('the next day’s whole list takes the place of an empty one that waits', async () => {
    const before = await sittingNow(ctx)
    api.members = []
    await sync()
    ctx.setNow(new Date(NIGHT.getTime() + DAY))
    api.members = smallMembers()
    expect(await sync()).toMatchObject({ outcome: 'applied', report: { unchanged: 11 } })
    expect(await sittingNow(ctx)).toBe(before)
  })

  test('without any members near a dissolution every seat is vacant, at once, and it is asked twice', async () => {
    api.members = []
    ctx.setNow(new Date('2029-07-10T03:40:00Z'))
    expect(await sync()).toMatchObject({ outcome: 'applied', dissolved: true })
    expect(await sittingNow(ctx)).toBe('[]')
    expect(api.asked).toHaveLength(2)
    // The next Parliament is let in at once too.
    ctx.setNow(new Date('2029-08-19T03:40:00Z'))
    api.members = withOthers(smallMembers(), 6).map(({ email, ...member }) => ({
      ...member,
      email: email?.replace(/@.*/, '@parliament.uk') ?? null,
    }))
    expect(await sync()).toMatchObject({ outcome: 'applied', dissolved: false })
  })

  test('an empty answer that is not repeated is no dissolution', async () => {
    const all = api.members
    api.members = []
    api.failing = (_path, nth) => {
      if (nth === 2) api.members = all
      return null
    }
    expect(await sync()).toMatchObject({ dissolved: false, report: { unchanged: 11 } })
  })

  test('a dry run gives the report and changes nothing', async () => {
    const [before, audited] = [await sittingNow(ctx), await auditOf(ctx, 'directory.sync')]
    api.members = withOthers(api.members, TOO_MANY - 1)
    const tried = await trySync(ctx, askingOf(api))
    expect(tried).toMatchObject({ outcome: 'applied', dissolved: false })
    expect([tried.report.new.length, tried.report.left.length]).toEqual([1, 1])
    api.members = withOthers(api.members, TOO_MANY)
    expect(await trySync(ctx, askingOf(api))).toMatchObject({ outcome: 'held' })
    expect(await sittingNow(ctx)).toBe(before)
    expect(await syncRows(ctx)).toEqual([])
    expect(await auditOf(ctx, 'directory.sync')).toEqual(audited)
  })
})

type Row = Record<'code' | 'gss_code' | 'member_id' | 'member' | 'name' | 'party' | 'email', string>

function rowsOf(path: string): Row[] {
  return parse(readFileSync(path), { columns: true, bom: true })
}

/** From the two files alone, without anything of what is tested. */
function differencesOfFiles() {
  const later = new Map(rowsOf(OTHER_DAY_FILE).map((row) => [row.gss_code, row]))
  const found = { new: [] as string[], left: [] as string[], changed: [] as string[], vacant: [] as string[] }
  for (const before of rowsOf(SNAPSHOT_FILE)) {
    const after = later.get(before.code)
    if (!after) throw new Error(`${before.code} is in one file only.`)
    const same = before.member_id === after.member_id
    if (!same && before.member_id) found.left.push(before.code)
    if (!same && after.member_id) found.new.push(before.code)
    if (!after.member_id) found.vacant.push(before.code)
    const details = [before.member === after.name, before.party === after.party, before.email === after.email]
    if (same && details.includes(false)) found.changed.push(before.code)
  }
  for (const codes of Object.values(found)) codes.sort()
  return found
}
