import type { IncomingMessage } from 'node:http'
import { beforeEach, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { contextFor } from '@/lib/mailer/process-context'
import { setSwitch } from '@/lib/staff/set-switch'
import { leadToPausedPage } from './lead-to-paused-page'

beforeEach(async () => {
  await testDatabase()
  await setSwitch(contextFor({ kind: 'system' }), { name: 'sign-ups', on: true })
})

async function ledFrom(url: string): Promise<string | undefined> {
  const request = { url } as IncomingMessage
  await leadToPausedPage(request)
  return request.url
}

test.each(['/', '/campaigns/artsakh-ceasefire', '/campaigns/artsakh-ceasefire?utm_source=x', '/privacy'])(
  'leaves %s alone while sign-ups are on',
  async (url) => {
    expect(await ledFrom(url)).toBe(url)
  },
)

test.each([
  ['/', '/paused'],
  ['/?utm_source=x', '/paused?utm_source=x'],
  ['/campaigns/artsakh-ceasefire', '/campaigns/artsakh-ceasefire/paused'],
  ['/campaigns/artsakh-ceasefire/?a=b', '/campaigns/artsakh-ceasefire/paused?a=b'],
  ['/campaigns/artsakh-ceasefire/from/E14001172?by=x', '/campaigns/artsakh-ceasefire/paused?by=x'],
  ['/embed/artsakh-ceasefire?a=b', '/embed/artsakh-ceasefire/paused?a=b'],
  ['/campaigns/artsakh-ceasefire/write', '/campaigns/artsakh-ceasefire/write'],
  ['/confirm/token', '/confirm/token'],
  ['/staff/dashboard', '/staff/dashboard'],
])('while they are off, leads from %s to %s', async (url, to) => {
  await setSwitch(contextFor({ kind: 'system' }), { name: 'sign-ups', on: false })
  expect(await ledFrom(url)).toBe(to)
})
