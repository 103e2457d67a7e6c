import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { HOUR } from '@/lib/kernel/time/durations'
import { requestMembersApi } from './request'
import { failures, HASTY, type PlayedApi, playMembersApi } from './testing'

const PATH = '/api/Members/1/Contact'
const shape = z.object({ value: z.array(z.object({ email: z.string().optional() })) })

let api: PlayedApi
beforeAll(async () => {
  api = await playMembersApi([{ memberId: 1, name: 'Ann', party: 'Green', constituency: 'A', email: 'a@example.org' }])
})
afterAll(() => api.close())
afterEach(() => vi.restoreAllMocks())
beforeEach(() => {
  Object.assign(api, { failing: () => null, retryAfter: null, asked: [] })
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => api.deadline())
})

const asking = () => requestMembersApi({ base: api.url, rate: HASTY }, PATH, shape)
const passing = failures.filter((failure) => failure !== 'flood')

test('gives what it answers, of the parts that are wanted', async () => {
  expect(await asking()).toEqual({ value: [{}, { email: 'a@example.org' }] })
})

test('gives null where there is no such thing', async () => {
  expect(await requestMembersApi({ base: api.url, rate: HASTY }, '/api/Members/2/Contact', shape)).toBeNull()
  expect(api.asked).toHaveLength(1)
})

test.each(passing)('what fails once or twice (%s) is asked for again', async (failure) => {
  api.failing = (_path, nth) => (nth <= 2 ? failure : null)
  expect(await asking()).toMatchObject({ value: [{}, { email: 'a@example.org' }] })
  expect(api.asked).toHaveLength(3)
})

test.each(passing)('what fails always (%s) is given up after the last wait, in one plain line', async (failure) => {
  api.failing = () => failure
  await expect(asking()).rejects.toThrow(/^The Members API (?!.*SECRET)[^\n]+\. Nothing was changed\.$/)
  expect(api.asked).toHaveLength(4)
})

test('each try has the time that it may take', async () => {
  api.failing = () => 'silence'
  await expect(asking()).rejects.toThrow('did not answer within 60 seconds')
  expect(vi.mocked(AbortSignal.timeout).mock.calls).toEqual(Array(4).fill([HASTY.withinMs]))
})

test('a flood is not asked for twice', async () => {
  api.failing = () => 'flood'
  await expect(asking()).rejects.toThrow('The Members API')
  expect(api.asked).toHaveLength(1)
})

test('a Retry-After is obeyed', async () => {
  api.failing = (_path, nth) => (nth === 1 ? 'status 429' : null)
  api.retryAfter = '1'
  const begun = Date.now()
  await asking()
  // A floor, not a limit: no machine is too slow for it.
  expect(Date.now() - begun).toBeGreaterThanOrEqual(990)
})

test.each(['3600', new Date(Date.now() + HOUR).toUTCString()])(
  'a Retry-After beyond patience (%s) ends it',
  async (retryAfter) => {
    api.failing = () => 'status 429'
    api.retryAfter = retryAfter
    await expect(asking()).rejects.toThrow('answered with status 429')
    expect(api.asked).toHaveLength(1)
  },
)

test('nothing listens at the address: it is tried, and said', async () => {
  await expect(requestMembersApi({ base: 'http://127.0.0.1:1', rate: HASTY }, PATH, shape)).rejects.toThrow(
    'could not be reached',
  )
})
