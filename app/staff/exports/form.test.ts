import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import compression from 'compression'
import { parse } from 'csv-parse/sync'
import { desc, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { currentExchange } from '@/app/_server/exchange'
import { createFront } from '@/app/_server/front'
import { staffCookie } from '@/app/_server/session/staff-cookie'
import { audit, supporters } from '@/db/schema/index'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { seal } from '@/lib/kernel/secrets/crypto'
import { confirmedLetter, livingCampaign } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { startSession } from '@/lib/staff/sign-in/sessions'
import { memberContext } from '@/lib/staff/testing'

const ASKED = { campaign: 'all', from: '', to: '', encoding: 'plain' }
const MANY = 12_000
let ctx: TestContext
let campaign: LiveCampaign
let server: Server
let port = 0
let cookie = ''

beforeAll(async () => {
  ;({ ctx, campaign } = await livingCampaign())
  const admin = await memberContext(ctx, 'admin')
  await startSession({ ...ctx, now: () => new Date() }, { token: 'of-the-admin', userId: idOf(admin) })
  cookie = `${staffCookie().name}=of-the-admin`
  // What is not answered by the front would be a page of Next's.
  const next = async (_request: IncomingMessage, response: ServerResponse) => {
    response.statusCode = currentExchange().status ?? 200
    response.end(`page ${JSON.stringify(currentExchange().form)}`)
  }
  const front = createFront(next, { development: false })
  const compress = compression()
  server = createServer((asked, response) => {
    compress(
      asked as Parameters<typeof compress>[0],
      response as Parameters<typeof compress>[1],
      () => void front(asked, response),
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  port = typeof address === 'object' && address ? address.port : 0
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

describe('the form of the contacts', () => {
  beforeEach(forgetContacts)

  test('answers with a file that nothing keeps, compressed or not', async () => {
    const { email } = await confirmedLetter(ctx, campaign, { updates: true })
    for (const encoding of ['identity', 'gzip']) {
      const { status, headers, body } = await whole(ASKED, { 'accept-encoding': encoding })
      expect(status).toBe(200)
      expect(headers).toMatchObject({
        'content-type': 'text/csv; charset=utf-8',
        'cache-control': 'no-store',
        'content-disposition': expect.stringMatching(/^attachment; filename="contacts-all-\d{4}-\d\d-\d\d\.csv"$/),
      })
      expect(headers['content-encoding']).toBe(encoding === 'gzip' ? 'gzip' : undefined)
      if (encoding === 'identity') expect(parse(body, { columns: true })).toMatchObject([{ email }])
    }
    expect(await howItEnded()).toEqual({ campaign: 'all', rows: 1, whole: true })
  })

  test.each<[Record<string, string>, string]>([
    [{ campaign: 'no-such-campaign' }, 'There is no such campaign'],
    [{ campaign: "'; drop table supporters" }, 'There is no such campaign'],
    [{ from: '2026-11-10', to: '2026-11-01' }, 'The last day is before the first'],
    [{ encoding: '' }, 'Choose what the file is for'],
  ])('shows itself again for %j, and nothing is written down', async (more, message) => {
    const before = await ctx.db.$count(audit)
    const { status, headers, body } = await whole({ ...ASKED, ...more })
    expect([status, headers['content-disposition']]).toEqual([422, undefined])
    expect(body).toContain(message)
    expect(await ctx.db.$count(audit)).toBe(before)
  })

  test.each<Record<string, string>>([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { referer: 'https://elsewhere.example/page' },
  ])('is not begun by another site: %j', async (headers) => {
    await confirmedLetter(ctx, campaign, { updates: true })
    const before = await ctx.db.$count(audit)
    const { status, body } = await whole(ASKED, headers)
    expect([status, body]).toEqual([403, expect.not.stringContaining('@')])
    expect(await ctx.db.$count(audit)).toBe(before)
  })

  test('is not begun by a link: a GET is the page', async () => {
    await confirmedLetter(ctx, campaign, { updates: true })
    const { body } = await whole(null)
    expect(body).toBe('page null')
  })
})

describe('an export that is broken off half-way', () => {
  beforeAll(async () => {
    await forgetContacts()
    await manyContacts()
  })

  test('reads no further, leaves no connection, cursor or transaction open, and is written down as broken off', async () => {
    await broken('identity')
    const fewer = expect.toSatisfy((rows) => rows > 0 && rows < MANY)
    expect(await howItEnded()).toEqual({ campaign: 'all', rows: fewer, whole: false })
    expect(await leftOpen()).toEqual([])
  })

  test('does the same where it is compressed on the way', async () => {
    await broken('gzip')
    expect(await howItEnded()).toHaveProperty('whole', false)
    expect(await leftOpen()).toEqual([])
  })

  test('by us, where a row cannot be opened, does not pass for a whole file', async () => {
    const last = sql`(select id from supporters order by confirmed_at desc, id desc limit 1)`
    await ctx.db.update(supporters).set({ nameSealed: 'a.b.c' }).where(eq(supporters.id, last))
    await expect(whole(ASKED)).rejects.toThrow(/aborted|hang up|ECONNRESET/)
    expect(await howItEnded()).toMatchObject({ whole: false })
    expect(await leftOpen()).toEqual([])
  })
})

async function forgetContacts(): Promise<void> {
  await ctx.db.execute(sql`truncate supporters, letters cascade`)
}

/** Long rows, and more of them than all the buffers on the way can hold. */
async function manyContacts(): Promise<void> {
  const { supporterId } = await confirmedLetter(ctx, campaign, { updates: true })
  const people = Array.from({ length: MANY - 1 }, (_, i) => {
    const id = crypto.randomUUID()
    const email = seal(`writer-${i}@example.org`, 'email', id)
    return {
      n: i + 2,
      id,
      name: seal('Anna Sarkissian', 'name', id),
      email,
      postcode: seal('SW1A 0AA', 'postcode', id),
    }
  })
  await ctx.db.execute(sql`
    insert into supporters (id, campaign_id, submission_id, email_hash, identity_hash, household_place, name_sealed,
      email_sealed, postcode_sealed, constituency_code, updates_asked_at, updates_wording, updates_wording_version,
      created_at, confirmed_at)
    select one.id, campaign_id, one.id, 'hash ' || n, 'hash ' || n, 1, one.name, one.email, one.postcode,
      constituency_code, updates_asked_at,
      (select string_agg(md5(n::text || part), ' ') from generate_series(1, 80) part), 'long', created_at,
      confirmed_at + n * interval '1 second'
    from supporters, json_to_recordset(${JSON.stringify(people)}::json)
      as one(n int, id uuid, name text, email text, postcode text)
    where supporters.id = ${supporterId}`)
}

/** Begins an export, reads a little, and goes away. */
async function broken(encoding: string): Promise<void> {
  const response = await post(ASKED, { 'accept-encoding': encoding })
  let bytes = 0
  for await (const chunk of response) {
    bytes += chunk.length
    if (bytes > 50_000) break
  }
  response.destroy()
}

/** What the audit says of the last export that was begun, once that has ended. */
async function howItEnded(): Promise<unknown> {
  const [begun] = await rowsOf('contacts.export')
  for (;;) {
    const [end] = await rowsOf('contacts.export-end')
    if (end && begun && end.subjectId === begun.subjectId) return end.after
    await sleep(20)
  }
}

function rowsOf(verb: string) {
  return ctx.db.select().from(audit).where(eq(audit.verb, verb)).orderBy(desc(audit.id)).limit(1)
}

/** What other connections to this database still do: run a statement, or hold a transaction and its cursors open. */
async function leftOpen(): Promise<string[]> {
  const rows = await ctx.db.execute<{ doing: string }>(sql`
    select state || ': ' || query as doing from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
      and state <> 'idle'`)
  return [...rows].map(({ doing }) => doing)
}

function post(fields: Record<string, string> | null, more: Record<string, string> = {}): Promise<IncomingMessage> {
  return new Promise((done, fail) => {
    const headers = { host: 'localhost:3000', cookie, 'content-type': 'application/x-www-form-urlencoded', ...more }
    const method = fields ? 'POST' : 'GET'
    const asked = request({ port, host: '127.0.0.1', method, path: '/staff/exports', agent: false, headers }, done)
    asked.on('error', fail)
    asked.end(fields ? new URLSearchParams(fields).toString() : undefined)
  })
}

async function whole(fields: Record<string, string> | null, more: Record<string, string> = {}) {
  const response = await post(fields, more)
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk)
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString() }
}

function idOf({ actor }: Awaited<ReturnType<typeof memberContext>>): string {
  return actor.kind === 'staff' ? actor.id : ''
}
