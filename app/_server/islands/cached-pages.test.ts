import { notFound } from 'next/navigation'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { log } from '@/lib/kernel/log'
import { SECOND } from '@/lib/kernel/time/durations'
import { cachedPage, encodedPage, FRESH_SECONDS, letPagesGo, SHOWN_SECONDS } from './cached-pages'

let made = 0
const make = async () => Buffer.from(`page ${++made}`)
const shown = async (path = '/a', by: () => Promise<Buffer> = make) => String((await cachedPage(path, by)).html)
const later = (seconds: number) => vi.advanceTimersByTime(seconds * SECOND)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
  log.level = 'silent'
  letPagesGo()
  made = 0
})
afterEach(() => void vi.useRealTimers())

test('a page is made once for all who ask meanwhile, and each path has its own', async () => {
  expect(await Promise.all([shown(), shown(), shown('/b'), shown()])).toEqual(['page 1', 'page 1', 'page 2', 'page 1'])
  later(FRESH_SECONDS - 1)
  expect(await shown()).toBe('page 1')
})

test('one that has grown old is shown once more while it is made anew, and after long is made before it is shown', async () => {
  await shown()
  later(FRESH_SECONDS)
  expect(await shown()).toBe('page 1')
  await vi.waitFor(async () => expect(await shown()).toBe('page 2'))
  later(SHOWN_SECONDS)
  expect(await shown()).toBe('page 3')
})

test('of many that have grown old at once, one is made anew at a time', async () => {
  const paths = ['/a', '/b', '/c', '/d']
  await Promise.all(paths.map((path) => shown(path)))
  later(FRESH_SECONDS)
  let [atOnce, most] = [0, 0]
  const slowly = async () => {
    most = Math.max(most, ++atOnce)
    await new Promise(setImmediate)
    atOnce -= 1
    return make()
  }
  await Promise.all(paths.map((path) => shown(path, slowly)))
  await vi.waitFor(() => expect(made).toBe(8))
  expect(most).toBe(1)
})

test('however often one that has grown old is asked for while it waits its turn, it is made anew once', async () => {
  const paths = ['/a', '/b']
  await Promise.all(paths.map((path) => shown(path)))
  later(FRESH_SECONDS)
  const slowly = async () => {
    await new Promise(setImmediate)
    return make()
  }
  for (let times = 0; times < 20; times++) for (const path of paths) await shown(path, slowly)
  await vi.waitFor(async () => expect(await shown('/b')).toBe('page 4'))
  await new Promise(setImmediate)
  expect(made).toBe(4)
})

test('what was begun before something changed is shown to who asked for it, and kept for nobody', async () => {
  let finish = () => {}
  const old = cachedPage('/a', () => new Promise((done) => (finish = () => done(Buffer.from('before the change')))))
  letPagesGo()
  finish()
  expect(String((await old).html)).toBe('before the change')
  expect(await shown()).toBe('page 1')
})

test('where a page cannot be made anew the one before is shown, but not where there is none any more', async () => {
  await shown()
  const failing = () => Promise.reject(new Error('The database is away.'))
  later(SHOWN_SECONDS)
  expect(await shown('/a', failing)).toBe('page 1')
  await expect(shown('/b', failing)).rejects.toThrow('The database is away.')
  await expect(shown('/a', async () => notFound())).rejects.toThrow('NEXT_HTTP_ERROR_FALLBACK')
})

test('it is encoded once, and has another tag when it is another', async () => {
  const page = await cachedPage('/a', make)
  expect(encodedPage(page, 'br')).toBe(encodedPage(page, 'br'))
  expect(page.etag).toMatch(/^W\/"[\w-]{22}"$/)
  expect((await cachedPage('/b', make)).etag).not.toBe(page.etag)
  expect((await cachedPage('/c', async () => Buffer.from('page 1'))).etag).toBe(page.etag)
})
