import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { database } from '@/db/client'
import { testDatabase } from '@/db/testing'
import { startTraces, wantsTraces } from '@/lib/cli/start/start-traces'
import { createFront } from './front'
import { serveFront } from './testing-server'

type Attribute = { key: string; value: { stringValue?: string; intValue?: number } }
type Span = { name: string; spanId: string; parentSpanId?: string; attributes: Attribute[]; status: { code?: number } }
type Sent = { resourceSpans: { resource: { attributes: Attribute[] }; scopeSpans: { spans: Span[] }[] }[] }

/** In place of a collector. */
const sent: Sent[] = []
const collector = createServer(async (request, response) => {
  sent.push((await json(request)) as Sent)
  response.end('{}')
})

async function next(request: IncomingMessage, response: ServerResponse): Promise<void> {
  await database().execute(sql`select ${'canary'}::text as canary`)
  if (request.url?.includes('fails')) await database().execute(sql`select 1 from nowhere where a = ${'canary'}`)
  response.end('found')
}

beforeAll(async () => {
  await testDatabase()
  await new Promise<void>((done) => collector.listen(0, '127.0.0.1', done))
  vi.stubEnv('LIMITS', 'off')
})
afterAll(() => {
  vi.unstubAllEnvs()
  collector.close()
})

test('a request and its statements are spans of one trace, without anything of anybody', async () => {
  const { port } = collector.address() as AddressInfo
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', `http://127.0.0.1:${port}`)
  vi.stubEnv('OTEL_SERVICE_NAME', 'letters')
  const stop = await startTraces()
  const { server, at } = await serveFront(createFront(next, { development: false }))
  await fetch(`${at}/letters/canary?name=canary`)
  await fetch(`${at}/confirm/canary-fails`)
  server.close()
  await stop()
  const resources = sent.flatMap(({ resourceSpans }) => resourceSpans)
  const spans = resources.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans: each }) => each))
  const requests = spans.filter(({ name }) => name === 'GET answered')
  const routes = requests.map(({ attributes }) => attributes.find(({ key }) => key === 'http.route')?.value.stringValue)
  expect(routes[0]).toBe('/(public)/letters/[token]')
  const statements = spans.filter(({ name }) => name === 'database select')
  expect(requests.every(({ spanId }) => statements.some(({ parentSpanId }) => parentSpanId === spanId))).toBe(true)
  expect(statements.filter(({ status }) => status.code === 2)).toHaveLength(1)
  expect(JSON.stringify(resources[0]?.resource)).toContain('letters')
  expect(JSON.stringify(sent)).not.toContain('canary')
})

test.each([
  [{}, false],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318' }, true],
  [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://c:4318/v1/traces' }, true],
  [{ OTEL_TRACES_EXPORTER: 'otlp' }, true],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318', OTEL_TRACES_EXPORTER: 'none' }, false],
  [{ OTEL_TRACES_EXPORTER: 'otlp', OTEL_SDK_DISABLED: 'true' }, false],
])('traces are asked for by %j: %s', (source, wanted) => expect(wantsTraces(source)).toBe(wanted))

test('what cannot be sent by is refused in one line', () => {
  expect(() => wantsTraces({ OTEL_TRACES_EXPORTER: 'zipkin' })).toThrow('must be otlp or none')
})
