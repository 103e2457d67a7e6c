import { expect, test } from 'vitest'
import { mostConnections } from './most-connections'
import { freshDatabase, onDatabase } from './testing'

test('so many as the server takes, or as few as the database may have', async () => {
  await onDatabase(await freshDatabase('empty'), async (sql) => {
    const [server] = await sql`select current_setting('max_connections')::int as takes`
    expect(await mostConnections(sql)).toBe(server?.takes)
    const [{ name }] = await sql<[{ name: string }]>`select current_database() as name`
    await sql`alter database ${sql(name)} connection limit 7`
    expect(await mostConnections(sql)).toBe(7)
  })
})
