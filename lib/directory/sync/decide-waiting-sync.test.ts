import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type PlayedApi, playMembersApi, withOthers } from '@/lib/directory/members-api/testing'
import { env } from '@/lib/kernel/env'
import { DAY } from '@/lib/kernel/time/durations'
import { readMailbox } from '@/lib/mailer/local-mailbox'
import { type TestContext, testContext } from '@/lib/mailer/testing/context'
import { tellSyncWaits } from '@/lib/messages/to-staff/tell-sync-waits'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { confirmSync, discardSync, waitingSync } from './decide-waiting-sync'
import { newestSyncs } from './newest-syncs'
import { syncMembers } from './sync-members'
import { askingOf, freshParliament, sittingNow, smallMembers, smallParliament, syncRows, TOO_MANY } from './testing'

const NIGHT = new Date('2026-11-24T03:40:00Z')

let ctx: TestContext
let api: PlayedApi
let before = ''

beforeAll(async () => {
  ctx = testContext(await smallParliament(), NIGHT)
  api = await playMembersApi([])
})
afterAll(() => api.close())
beforeEach(async () => {
  ctx.setNow(NIGHT)
  api.members = smallMembers()
  await freshParliament(ctx)
  await ctx.db.execute(sql`delete from staff`)
  before = await sittingNow(ctx)
})

const sync = () => syncMembers(ctx, askingOf(api))
const told = () =>
  ctx.db.execute<{ payload: { syncId: string; staffId: string } }>(sql`
    select job.payload from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id where task.identifier = 'tell-sync-held'`)

async function heldSync(): Promise<string> {
  api.members = withOthers(smallMembers(), TOO_MANY)
  await sync()
  return (await waitingSync(ctx)) ?? 'none'
}

describe('an answer that changes too much at once', () => {
  test.each([
    ['one other person', TOO_MANY - 1, 'applied'],
    ['two other people', TOO_MANY, 'held'],
  ] as const)('%s of 12: %s is %s', async (_what, count, outcome) => {
    api.members = withOthers(api.members, count)
    expect(await sync()).toMatchObject({ outcome, dissolved: false })
    expect((await sittingNow(ctx)) === before).toBe(outcome === 'held')
  })

  test('that empties two seats is held', async () => {
    api.members = api.members.slice(TOO_MANY)
    expect(await sync()).toMatchObject({ outcome: 'held', dissolved: false })
    expect(await sittingNow(ctx)).toBe(before)
  })

  test('that takes the e-mail from two MPs is held, since their letters would go astray', async () => {
    api.members = api.members.map((one, at) => (at < TOO_MANY ? { ...one, email: null } : one))
    expect(await sync()).toMatchObject({ outcome: 'held' })
  })

  test('that only writes parties in another way is applied', async () => {
    api.members = api.members.map((one) => ({ ...one, party: one.party.toUpperCase() }))
    expect(await sync()).toMatchObject({ outcome: 'applied' })
  })

  test('has every administrator told, once for the same answer, and nobody else', async () => {
    const { actor } = await memberContext(ctx, 'admin', 'ada@example.org')
    await memberContext(ctx, 'editor', 'eve@example.org')
    const first = await heldSync()
    const jobs = await told()
    expect(jobs.map(({ payload }) => payload)).toEqual([
      { syncId: first, staffId: actor.kind === 'staff' ? actor.id : '' },
    ])
    for (const { payload } of jobs) await tellSyncWaits(ctx, payload)
    const mail = (await readMailbox(env())).filter(({ to }) => to === 'ada@example.org')
    expect(mail).toMatchObject([{ subject: 'Please look: many MPs would change at once' }])
    expect(mail[0]?.text).toContain('2 of 12 seats')
    expect(mail[0]?.text).toContain('/staff/directory')

    ctx.setNow(new Date(NIGHT.getTime() + DAY))
    expect(await heldSync()).not.toBe(first)
    expect(await told()).toHaveLength(1)
    expect((await syncRows(ctx)).map(({ outcome }) => outcome)).toEqual(['replaced', null])
    api.members = withOthers(smallMembers(), TOO_MANY + 1)
    ctx.setNow(new Date(NIGHT.getTime() + 2 * DAY))
    await sync()
    expect(await told()).toHaveLength(2)
  })

  test('is let go when the next answer is as usual', async () => {
    await heldSync()
    ctx.setNow(new Date(NIGHT.getTime() + DAY))
    api.members = smallMembers()
    expect(await sync()).toMatchObject({ outcome: 'applied' })
    expect(await waitingSync(ctx)).toBeNull()
  })
})

describe('an administrator', () => {
  test('confirms it, and it is applied as it was read, without asking again', async () => {
    const admin = await memberContext(ctx, 'admin')
    const id = await heldSync()
    api.asked.length = 0
    const report = await confirmSync(admin, id)
    expect([report.new.length, report.left.length]).toEqual([2, 2])
    expect(api.asked).toEqual([])
    const sitting = JSON.parse(await sittingNow(ctx))
    expect(sitting).toContainEqual(expect.objectContaining({ name: 'Newcomer 1', email: 'new1@example.org' }))
    expect(await auditOf(ctx, 'directory.confirm-sync')).toContainEqual(
      expect.objectContaining({ actorId: admin.actor.kind === 'staff' ? admin.actor.id : '' }),
    )
    expect(await newestSyncs(admin, 1)).toMatchObject([{ id, state: 'applied', report: { unchanged: 9 } }])
  })

  test('discards it, and nothing is changed', async () => {
    const admin = await memberContext(ctx, 'admin')
    const id = await heldSync()
    await discardSync(admin, id)
    expect(await sittingNow(ctx)).toBe(before)
    expect(await newestSyncs(admin, 1)).toMatchObject([{ id, state: 'discarded', report: { unchanged: 9 } }])
  })

  test('answers once: of two at the same time one is told that it waits no longer', async () => {
    const admin = await memberContext(ctx, 'admin')
    const id = await heldSync()
    const ends = await Promise.allSettled([confirmSync(admin, id), confirmSync(admin, id)])
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(discardSync(admin, id)).rejects.toThrow('waits no longer')
  })
})

test.each(['editor', 'campaigner'] as const)('refuses the role %s', async (role) => {
  const member = await memberContext(ctx, role)
  const id = await heldSync()
  const refusal = { name: 'Refusal', code: 'not-allowed' }
  await expect(confirmSync(member, id)).rejects.toMatchObject(refusal)
  await expect(async () => discardSync(member, id)).rejects.toMatchObject(refusal)
  await expect(newestSyncs(member, 1)).rejects.toMatchObject(refusal)
  expect(await waitingSync(ctx)).toBe(id)
})
