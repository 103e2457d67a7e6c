import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { log } from '@/lib/kernel/log'
import { pinger } from './ping-while-well'

let asked: string[]
let answers: Record<string, number>
const server = createServer(({ url = '' }, response) => {
  asked.push(url)
  const status = answers[url] ?? 200
  if (status === 0) response.destroy()
  else response.writeHead(status, status === 302 ? { Location: '/elsewhere' } : {}).end('{}')
})
let port: number
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  port = (server.address() as AddressInfo).port
})
afterAll(() => server.close())
beforeEach(() => {
  asked = []
  answers = {}
})

const settings = () => ({ pingUrl: `http://127.0.0.1:${port}/ping/secret`, port, host: null })

test('the address is asked where the site says that it can do its work, and not where it says otherwise or nothing', async () => {
  const ping = pinger(settings())
  await ping()
  expect(asked).toEqual(['/api/ready', '/ping/secret'])
  for (const status of [503, 302, 0]) {
    answers['/api/ready'] = status
    await ping()
  }
  expect(asked.filter((url) => url === '/ping/secret')).toHaveLength(1)
})

test.each([500, 404, 302, 0])(
  'an address that answers %i is told once, without it, and when it is well again',
  async (status) => {
    const told = [
      vi.spyOn(log, 'warn').mockImplementation(() => {}),
      vi.spyOn(log, 'info').mockImplementation(() => {}),
    ]
    const ping = pinger(settings())
    answers['/ping/secret'] = status
    for (let turn = 0; turn < 3; turn += 1) await ping()
    expect(asked).not.toContain('/elsewhere')
    answers = {}
    for (let turn = 0; turn < 3; turn += 1) await ping()
    const lines = told.flatMap(({ mock }) => mock.calls.map((call) => JSON.stringify(call)))
    vi.restoreAllMocks()
    expect(lines).toEqual([
      expect.stringContaining('PING_URL does not take it'),
      expect.stringContaining('takes it again that all is well'),
    ])
    expect(lines.join()).not.toContain('secret')
  },
)

test('asks at the address that the site listens at', async () => {
  await pinger({ ...settings(), host: '127.0.0.1' })()
  expect(asked).toEqual(['/api/ready', '/ping/secret'])
})
