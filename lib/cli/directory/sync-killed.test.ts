import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseUrl, testDatabase } from '@/db/testing'
import { ranCommand, startedCommand } from '@/lib/cli/testing'
import { type PlayedApi, playMembersApi } from '@/lib/directory/members-api/testing'
import { freshDirectory, sittingNow, snapshotMembers, withOthers } from '@/lib/directory/sync/testing'
import type { Context } from '@/lib/kernel/context'
import { MINUTE } from '@/lib/kernel/time/durations'
import { contextFor } from '@/lib/mailer/context-for'

// A child compiles what it imports, on a machine where other tests run at the same time.
const PATIENCE_MS = MINUTE

let ctx: Context
let api: PlayedApi
beforeAll(async () => {
  await testDatabase()
  ctx = contextFor({ kind: 'system' })
  await freshDirectory(ctx)
  api = await playMembersApi(withOthers(snapshotMembers(), 2))
}, PATIENCE_MS)
afterAll(() => api.close())

test('a sync that is killed half-way changes nothing, and the next one goes on from there', {
  timeout: PATIENCE_MS,
}, async () => {
  const before = await sittingNow(ctx)
  const settings = { NODE_ENV: 'test', DATABASE_URL: await databaseUrl(ctx.db), MEMBERS_API_URL: api.url } as const
  const killed = startedCommand('directory', ['sync'], settings)
  const contacts = () => api.asked.filter((path) => path.endsWith('/Contact')).length
  api.failing = () => {
    if (contacts() === 300) killed.kill('SIGKILL')
    return null
  }
  expect(await once(killed, 'exit')).toEqual([null, 'SIGKILL'])
  expect(await sittingNow(ctx)).toBe(before)

  Object.assign(api, { failing: () => null, asked: [] })
  const { status, stdout } = await ranCommand('directory', ['sync'], settings)
  expect(status).toBe(0)
  expect(stdout).toMatch(/\n2 new, 0 changed, 2 left, 1 vacant, 647 as before\.\n$/)
  expect(api.asked).toHaveLength(contacts())
  expect(contacts()).toBeLessThan(649 - 280)
})
