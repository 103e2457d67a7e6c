import { afterEach, expect, test, vi } from 'vitest'
import { log } from '@/lib/kernel/log'
import { stopAll } from './stop-all'

afterEach(() => vi.restoreAllMocks())

/** Four things, of which one is stopped as `stop` says; what was stopped, what was logged, and what came of it. */
async function stopped(stop: () => Promise<unknown>, mostMs?: number) {
  const order: string[] = []
  const logged: unknown[] = []
  vi.spyOn(log, 'error').mockImplementation((...said: unknown[]) => void logged.push(said))
  const one = (what: string) => ({ what, stop: async () => void order.push(what) })
  const all = [one('the database'), one('its connections'), { what: 'the visits', stop }, one('the worker')]
  return { clean: await stopAll(all, mostMs), order, logged }
}

test('everything is stopped, the newest first', async () => {
  expect(await stopped(async () => {})).toEqual({
    clean: true,
    order: ['the worker', 'its connections', 'the database'],
    logged: [],
  })
})

const fault = new Error('No room on the disk')

test.each([
  ['whose stop fails', () => Promise.reject(fault), fault],
  [
    'that cannot even begin to stop',
    () => {
      throw fault
    },
    fault,
  ],
  ['that never stops', () => new Promise(() => {}), new Error('It took more than 0.001 seconds.')],
])('one %s is logged, and the rest is stopped', async (_which, stop, err) => {
  expect(await stopped(stop, 1)).toEqual({
    clean: false,
    order: ['the worker', 'its connections', 'the database'],
    logged: [[{ err }, 'Not stopped: the visits']],
  })
})
