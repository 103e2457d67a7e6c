import { connect, createServer } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { freshDatabase } from '@/db/testing'
import { prepareDatabase } from './prepare-database'

let databaseUrl = ''
vi.mock('@/lib/kernel/env', () => ({ env: () => ({ databaseUrl, dataDir: '/nowhere' }) }))

let fresh = ''
beforeAll(async () => {
  fresh = await freshDatabase('empty')
})
afterAll(() => {
  vi.doUnmock('@/lib/kernel/env')
})
afterEach(() => {
  databaseUrl = ''
})

async function failureAt(url: string): Promise<string> {
  databaseUrl = url
  const error: unknown = await prepareDatabase().catch((thrown) => thrown)
  return error instanceof Error ? `${error.name}: ${error.message}` : 'none'
}

function freshUrl(change: { pathname?: string; password?: string } = {}): string {
  return Object.assign(new URL(fresh), change).href
}

test('a database that answers is used, and nothing embedded', async () => {
  databaseUrl = freshUrl()
  expect(await prepareDatabase()).toMatchObject({ embedded: false, pooled: false, at: { tls: null } })
})

test('one that is just starting is waited for', async () => {
  const real = new URL(fresh)
  let refused = 0
  const server = createServer((socket) => {
    socket.on('error', () => {})
    if (refused < 3) return void socket.once('data', () => socket.end(startingUp(++refused)))
    const onwards = connect(Number(real.port), real.hostname).on('error', () => socket.destroy())
    socket.pipe(onwards).pipe(socket)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  try {
    const address = server.address()
    databaseUrl = Object.assign(new URL(fresh), {
      host: `127.0.0.1:${typeof address === 'object' && address?.port}`,
    }).href
    expect(await prepareDatabase()).toMatchObject({ embedded: false })
    expect(refused).toBe(3)
  } finally {
    server.close()
  }
})

test('a database that cannot be used is one line with the reason and without the password', async () => {
  expect(await failureAt('postgres://user:hush@127.0.0.1:9/name')).toBe(
    'ExpectedFailure: The database of DATABASE_URL (127.0.0.1:9/name) cannot be used: nothing listens there.',
  )
  expect(await failureAt('postgres://user:hush@nowhere.invalid/name')).toMatch(
    /^ExpectedFailure: The database of DATABASE_URL \(nowhere\.invalid:5432\/name\) cannot be used: (there is no such host|its host name cannot be looked up now)\.$/,
  )
  expect(await failureAt(freshUrl({ password: 'hush' }))).toContain('it refused the user or the password.')
  expect(await failureAt(freshUrl({ pathname: 'missing' }))).toContain('there is no database of that name.')
})

/** What PostgreSQL answers meanwhile (its protocol, ErrorResponse). */
function startingUp(time: number): Buffer {
  const fields = ['SFATAL', 'VFATAL', 'C57P03', `Mthe database system is starting up, ${time}`, '']
  const body = Buffer.from(fields.map((field) => `${field}\0`).join(''))
  const head = Buffer.alloc(5)
  head.write('E')
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}
