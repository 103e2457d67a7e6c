import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { databaseUrl } from '@/db/testing'
import { type Ran, ranCommand, ranHere } from '@/lib/cli/testing'
import { type PlayedApi, playMembersApi, withOthers } from '@/lib/directory/members-api/testing'
import { freshParliament, sittingNow, smallMembers, smallParliament, TOO_MANY } from '@/lib/directory/sync/testing'
import type { Context } from '@/lib/kernel/context'
import { MINUTE } from '@/lib/kernel/time/durations'
import { contextFor } from '@/lib/mailer/process-context'
import { syncWay } from './sync'

// A child compiles what it imports, on a machine where other tests run at the same time.
const PATIENCE_MS = 10 * MINUTE

let ctx: Context
let api: PlayedApi
let url: string
beforeAll(async () => {
  await smallParliament()
  ctx = contextFor({ kind: 'system' })
  url = await databaseUrl(ctx.db)
  api = await playMembersApi([])
}, PATIENCE_MS)
afterAll(() => api.close())
beforeEach(async () => {
  api.members = smallMembers()
  await freshParliament(ctx)
})

test('the ways to sync, and no others', () => {
  expect([[], ['--dry-run'], ['--confirm'], ['--force'], ['--dry-run', '--confirm']].map(syncWay)).toEqual([
    'apply',
    'dry-run',
    'confirm',
    null,
    null,
  ])
})

describe('the command', { timeout: PATIENCE_MS }, () => {
  test('prints what changed, and how far it has come, and ends with 0', async () => {
    api.members = withOthers(api.members, 1)
    const { status, stdout, stderr } = await ranCommand('directory', ['sync'], settings())
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain('contact details: 5 of 11\n')
    expect(stdout).toContain('\nNew: Newcomer 0, Labour (Aldershot, E14001063)\n')
    expect(stdout).toContain('\nLeft: Alex Baker, Labour (Aldershot, E14001063)\n')
    expect(stdout).toMatch(/\n1 new, 0 changed, 1 left, 1 vacant, 10 as before\.\n$/)
    expect(stdout.match(/E14\d+|W07\d+|S14\d+|N05\d+/g)).toEqual(['E14001063', 'E14001063'])
  })

  test('changes nothing in a dry run, and says so', async () => {
    const before = await sittingNow(ctx)
    api.members = withOthers(api.members, TOO_MANY)
    const { status, stdout, stderr } = await run(['--dry-run'])
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain('2 new, 0 changed, 2 left')
    expect(stdout).toContain('Nothing was changed. Without --dry-run this would be held for an administrator.')
    expect(await sittingNow(ctx)).toBe(before)
  })

  test('holds what changes too much, and applies it once it is confirmed', async () => {
    const before = await sittingNow(ctx)
    api.members = withOthers(api.members, TOO_MANY)
    const held = await run([])
    expect([held.status, held.stderr]).toEqual([
      1,
      expect.stringMatching(/^Held, and nothing changed: 2 seats [^\n]+\n$/),
    ])
    expect(await sittingNow(ctx)).toBe(before)

    const confirmed = await run(['--confirm'], { MEMBERS_API_URL: 'off' })
    expect(confirmed).toMatchObject({ status: 0, stderr: '' })
    expect(confirmed.stdout).toContain('2 new, 0 changed, 2 left')
    expect(await sittingNow(ctx)).not.toBe(before)
    expect(await run(['--confirm'])).toEqual({ status: 1, stdout: '', stderr: 'No sync waits to be confirmed.\n' })
  })

  test('says when Parliament is dissolved, without naming everyone', async () => {
    api.members = []
    const doubted = await run([])
    expect([doubted.status, doubted.stdout, doubted.stderr]).toEqual([
      1,
      'The Members API counts no members.\n0 new, 0 changed, 11 left, 12 vacant, 0 as before.\n',
      expect.stringMatching(/^Held, and nothing changed: the list is empty, [^\n]+DISSOLUTION_DATES is near\. /),
    ])
    const today = new Date().toISOString().slice(0, 10)
    const { status, stdout } = await run([], { DISSOLUTION_DATES: today })
    expect([status, stdout]).toEqual([
      0,
      'The Members API counts no members: Parliament is dissolved, and every seat is vacant.\n' +
        '0 new, 0 changed, 11 left, 12 vacant, 0 as before.\n',
    ])
  })

  test('with the API switched off ends with 1 and one clear line', async () => {
    expect(await run([], { MEMBERS_API_URL: 'off' })).toEqual({
      status: 1,
      stdout: '',
      stderr: 'MEMBERS_API_URL is off, so there is nothing to sync with. Use import-members with a file.\n',
    })
  })

  test('that is asked in another way says how to ask', async () => {
    const { status, stderr } = await run(['--force'])
    expect([status, stderr]).toEqual([2, expect.stringContaining('sync [--dry-run | --confirm]')])
  })
})

function settings(): NodeJS.ProcessEnv {
  return { NODE_ENV: 'test', DATABASE_URL: url, MEMBERS_API_URL: api.url }
}

function run(options: string[], more: Record<string, string> = {}): Promise<Ran> {
  return ranHere('directory', ['sync', ...options], { ...settings(), ...more })
}
