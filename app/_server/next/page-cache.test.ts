import { beforeEach, expect, test } from 'vitest'
import PageCache, { letPagesGo } from './page-cache'

const MILLION = 1_000_000
const pageOf = (characters: number) => ({ kind: 'APP_PAGE', html: 'x'.repeat(characters), headers: {} })

beforeEach(letPagesGo)

test('a page is held as it was given, for every cache that Next makes', async () => {
  const page = pageOf(10)
  await new PageCache().set('/a', page, { cacheControl: { revalidate: 10, expire: 300 } })
  const held = await new PageCache().get('/a')
  expect(held?.value).toBe(page)
  expect(held?.cacheControl).toEqual({ revalidate: 10, expire: 300 })
  expect(await new PageCache().get('/b')).toBeNull()
})

test('that there is no page is held too', async () => {
  await new PageCache().set('/a', null)
  expect(await new PageCache().get('/a')).toMatchObject({ value: null })
})

test('all pages go at once when they are let go, by us or by Next', async () => {
  const cache = new PageCache()
  for (const letGo of [letPagesGo, () => cache.revalidateTag()]) {
    await cache.set('/a', pageOf(10))
    await cache.set('/b', pageOf(10))
    await letGo()
    expect(await cache.get('/a')).toBeNull()
    expect(await cache.get('/b')).toBeNull()
  }
})

test('no more is held than fifty million characters and bytes: what was asked for longest ago goes first', async () => {
  const cache = new PageCache()
  for (const key of ['/a', '/b', '/c']) await cache.set(key, pageOf(15 * MILLION))
  await cache.get('/a')
  await cache.set('/d', { kind: 'APP_PAGE', html: '', parts: new Map([['/x', Buffer.alloc(15 * MILLION)]]) })
  const held = await Promise.all(['/a', '/b', '/c', '/d'].map(async (key) => (await cache.get(key)) !== null))
  expect(held).toEqual([true, false, true, true])
})

test('a page that is held anew is counted once, and one that is too large is not held', async () => {
  const cache = new PageCache()
  await cache.set('/other', pageOf(10))
  for (let times = 0; times < 5; times++) await cache.set('/a', pageOf(20 * MILLION))
  expect(await cache.get('/other')).not.toBeNull()
  await cache.set('/a', pageOf(51 * MILLION))
  expect(await cache.get('/a')).toBeNull()
  expect(await cache.get('/other')).not.toBeNull()
})
