import { expect, test } from 'vitest'
import { dataKeys } from '@/db/schema/index'
import { testDatabase } from '@/db/testing'
import { keyId, oldKey } from '@/lib/privacy/keys/testing'
import { GET } from './route'

const FOREIGN = 'bb'.repeat(32)

test('is 200 while the keys open what is stored, and 503 with the failing part where they do not', async () => {
  const db = await testDatabase()
  await db.insert(dataKeys).values({ id: keyId(oldKey()) })
  expect(await answer()).toEqual([200, { status: 'ok', database: 'ok', migrations: 'current', keys: 'open' }])
  await db.insert(dataKeys).values({ id: keyId(FOREIGN) })
  expect(await answer()).toEqual([
    503,
    { status: 'failing', part: 'keys', message: 'The data keys do not open what is stored' },
  ])
})

test('is looked at once for all who ask at the same time, and anew for the next', async () => {
  const db = await testDatabase()
  await db.delete(dataKeys)
  const together = await Promise.all(Array.from({ length: 50 }, answer))
  expect(new Set(together.map(([status]) => status))).toEqual(new Set([200]))
  await db.insert(dataKeys).values({ id: keyId(FOREIGN) })
  expect((await answer())[0]).toBe(503)
})

async function answer(): Promise<[number, unknown]> {
  const response = await GET()
  return [response.status, await response.json()]
}
