import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseUrl } from '@/db/testing'
import { ranHere, startedCommand } from '@/lib/cli/testing'
import { type PlayedApi, playMembersApi, withOthers } from '@/lib/directory/members-api/testing'
import { sittingNow, smallMembers, smallParliament } from '@/lib/directory/sync/testing'
import type { Context } from '@/lib/kernel/context'
import { MINUTE } from '@/lib/kernel/time/durations'
import { contextFor } from '@/lib/mailer/process-context'

// A child compiles what it imports, on a machine where other tests run at the same time.
const PATIENCE_MS = 10 * MINUTE

let ctx: Context
let api: PlayedApi
beforeAll(async () => {
  await smallParliament()
  ctx = contextFor({ kind: 'system' })
  api = await playMembersApi(withOthers(smallMembers(), 1))
}, PATIENCE_MS)
afterAll(() => api.close())

test('a sync that is killed half-way changes nothing, and the next one goes on from there', {
  timeout: PATIENCE_MS,
}, async () => {
  const before = await sittingNow(ctx)
  const settings = { NODE_ENV: 'test', DATABASE_URL: await databaseUrl(ctx.db), MEMBERS_API_URL: api.url } as const
  const killed = await startedCommand('directory', ['sync'], settings)
  const contacts = () => api.asked.filter((path) => path.endsWith('/Contact')).length
  api.failing = () => {
    if (contacts() === 7) killed.kill('SIGKILL')
    return null
  }
  expect(await once(killed, 'exit')).toEqual([null, 'SIGKILL'])
  expect(await sittingNow(ctx)).toBe(before)

  Object.assign(api, { failing: () => null, asked: [] })
  const { status, stdout } = await ranHere('directory', ['sync'], settings)
  expect(status).toBe(0)
  expect(stdout).toMatch(/\n1 new, 0 changed, 1 left, 1 vacant, 10 as before\.\n$/)
  expect(api.asked).toHaveLength(contacts())
  // Four at once: when the seventh was asked for, three had been kept.
  expect(contacts()).toBeLessThanOrEqual(11 - 3)
})
