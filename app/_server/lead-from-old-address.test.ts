import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createCampaign } from '@/lib/campaigns/create'
import { setCampaignSettings } from '@/lib/campaigns/set-settings'
import { livingCampaign } from '@/lib/letters/testing'
import { contextFor } from '@/lib/mailer/process-context'
import { memberContext } from '@/lib/staff/testing'
import { createFront } from './front'

const server = createServer(
  (request, response) =>
    void createFront(async (_, answer) => void answer.end(), { development: false })(request, response),
)
let at = ''
let set: (slug: string) => Promise<string>

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  vi.stubEnv('PORT', `${port}`)
  at = `http://127.0.0.1:${port}`
  const { campaign } = await livingCampaign()
  const editor = await memberContext(contextFor({ kind: 'system' }), 'editor')
  set = (slug) => setCampaignSettings(editor, campaign.id, { slug, goal: 5, opens: null, closes: null })
  await createCampaign(editor, { slug: 'another', goal: 5, from: '' })
})
afterAll(() => server.close())

const ask = async (path: string, method = 'GET') => {
  const { status, headers } = await fetch(at + path, { method, redirect: 'manual' })
  return [status, headers.get('location')]
}

test('every address of a campaign leads from each slug that it had to the one that it has', async () => {
  expect(await set('ceasefire')).toBe('saved')
  expect(await set('ceasefire-now')).toBe('saved')
  for (const old of ['artsakh-ceasefire', 'ceasefire']) {
    for (const [before, after = ''] of [
      ['/campaigns/', ''],
      ['/campaigns/', '?utm_source=poster&utm_medium=print'],
      ['/campaigns/', '/write/E14001172/words?postcode=SW1A%200AA'],
      ['/campaigns/', '/sent/Token-In_Both'],
      ['/campaigns/', '/print/abc/letter.pdf'],
      ['/campaigns/', '/poster.pdf'],
      ['/embed/', '?utm_source=a'],
      ['/api/campaigns/', '/figures'],
    ]) {
      expect(await ask(`${before}${old}${after}`)).toEqual([308, `${before}ceasefire-now${after}`])
    }
    expect(await ask(`/campaigns/${old}/write/E14001172/check`, 'POST')).toEqual([
      308,
      '/campaigns/ceasefire-now/write/E14001172/check',
    ])
  }
  const figures = await fetch(`${at}/api/campaigns/ceasefire/figures`, { redirect: 'manual' })
  expect(figures.headers.get('access-control-allow-origin')).toBe('*')
  expect(figures.headers.get('cache-control')).toBe('no-cache')
  for (const path of ['/campaigns/ceasefire-now', '/campaigns/another', '/campaigns/ceasefire-no', '/embed/x', '/']) {
    expect((await ask(path))[1]).toBeNull()
  }
  expect(await set('artsakh-ceasefire')).toBe('saved')
  expect(await ask('/campaigns/artsakh-ceasefire')).toEqual([200, null])
  expect(await ask('/campaigns/ceasefire-now')).toEqual([308, '/campaigns/artsakh-ceasefire'])
})

test('an address that a campaign had is nobody else’s, and one that was never live is free again', async () => {
  const editor = await memberContext(contextFor({ kind: 'system' }), 'editor', 'kim@example.org')
  expect(await createCampaign(editor, { slug: 'ceasefire', goal: 5, from: '' })).toBe('taken')
  const made = await createCampaign(editor, { slug: 'passing', goal: 5, from: '' })
  const id = made === 'taken' ? '' : made.id
  const settings = { goal: 5, opens: null, closes: null }
  expect(await setCampaignSettings(editor, id, { slug: 'ceasefire-now', ...settings })).toBe('taken')
  expect(await setCampaignSettings(editor, id, { slug: 'another', ...settings })).toBe('taken')
  expect(await setCampaignSettings(editor, id, { slug: 'lasting', ...settings })).toBe('saved')
  expect(await createCampaign(editor, { slug: 'passing', goal: 5, from: '' })).not.toBe('taken')
})
