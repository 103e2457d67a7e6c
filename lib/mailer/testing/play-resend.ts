import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { DAY } from '@/lib/kernel/time/durations'

/** What the player was asked for, as it came over the wire. */
export type Asked = { path: string; key: string; authorization: string; emails: PlayedEmail[] }
export type PlayedEmail = {
  id?: string
  to: string
  from: string
  reply_to?: string
  subject: string
  text: string
  html: string
  headers?: Record<string, string>
  tags: { name: string; value: string }[]
}

/**
 * How the next call goes wrong. `drop` and `hang` come before the message is taken; `taken-…` after it. An answer
 * is recorded as Resend gives it.
 */
export type Mishap =
  | 'drop'
  | 'hang'
  | 'taken-drop'
  | 'taken-hang'
  | 'taken-garbled'
  | 'taken-500'
  | { status: number; body: unknown; headers?: Record<string, string> }

/** Answers of Resend that are not a success, in the shapes in which it gives them. */
export const recorded = {
  badKey: { status: 403, body: { statusCode: 403, name: 'invalid_api_key', message: 'API key is invalid' } },
  noKey: { status: 401, body: { statusCode: 401, name: 'missing_api_key', message: 'Missing API Key' } },
  badTo: {
    status: 422,
    body: {
      statusCode: 422,
      name: 'validation_error',
      message: 'Invalid `to` field. The email address needs to follow the `email@example.com` format.',
    },
  },
  unverified: {
    status: 403,
    body: { statusCode: 403, name: 'validation_error', message: 'The example.org domain is not verified.' },
  },
  tooMany: (seconds: number) => ({
    status: 429,
    headers: { 'retry-after': `${seconds}` },
    body: {
      statusCode: 429,
      name: 'rate_limit_exceeded',
      message: 'Too many requests. You can only make 2 requests per second.',
    },
  }),
  dayIsFull: {
    status: 429,
    body: {
      statusCode: 429,
      name: 'daily_quota_exceeded',
      message: 'You have reached your daily email sending quota.',
    },
  },
  broken: { status: 500, body: { statusCode: 500, name: 'internal_server_error', message: 'Internal server error.' } },
  inProgress: {
    status: 409,
    body: {
      statusCode: 409,
      name: 'concurrent_idempotent_requests',
      message: 'Another request with the same idempotency key is currently in progress.',
    },
  },
  otherPayload: {
    status: 409,
    body: {
      statusCode: 409,
      name: 'invalid_idempotent_request',
      message: 'This idempotency key has already been used on a request that had a different payload.',
    },
  },
}

/**
 * A local server that behaves as Resend documents it: it takes mail, keeps keys for 24 hours, and answers a
 * key's second call with the first one's answer. `mishaps` are taken one a call, or `decide` chooses.
 */
export async function playResend(port = 0) {
  const asked: Asked[] = []
  const taken: PlayedEmail[] = []
  const keys = new Map<string, { print: string; answer: unknown; at: number }>()
  const mishaps: (Mishap | null)[] = []
  const play = {
    asked,
    taken,
    mishaps,
    now: () => Date.now(),
    decide: (): Mishap | null => mishaps.shift() ?? null,
    url: '',
    /** How long an answer takes, milliseconds. */
    slow: () => 0,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }

  const server = createServer(async (request, response) => {
    const ask = await readAsk(request)
    asked.push(ask)
    const mishap = play.decide()
    if (mishap === 'drop') return void request.socket.destroy()
    if (mishap === 'hang') return
    if (mishap && typeof mishap === 'object') return reply(response, mishap.status, mishap.body, mishap.headers)
    await wait(play.slow() / 2)
    const { status, body } = take(ask)
    await wait(play.slow() / 2)
    if (mishap === 'taken-drop') return void request.socket.destroy()
    if (mishap === 'taken-hang') return
    if (mishap === 'taken-500') return reply(response, 500, recorded.broken.body)
    if (mishap === 'taken-garbled') return void response.writeHead(200).end('<html>gateway')
    reply(response, status, body)
  })

  function take({ path, key, emails }: Asked): { status: number; body: unknown } {
    const print = createHash('sha256')
      .update(JSON.stringify([path, emails]))
      .digest('hex')
    const known = keys.get(key)
    if (known && play.now() - known.at < DAY) {
      return known.print === print ? { status: 200, body: known.answer } : recorded.otherPayload
    }
    const named = emails.map((email) => ({ ...email, id: randomUUID() }))
    taken.push(...named)
    const ids = named.map(({ id }) => ({ id }))
    const answer = path === '/emails' ? ids[0] : { data: ids }
    if (key) keys.set(key, { print, answer, at: play.now() })
    return { status: 200, body: answer }
  }

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  play.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return play
}

async function readAsk(request: IncomingMessage): Promise<Asked> {
  let text = ''
  for await (const chunk of request) text += chunk
  const body = JSON.parse(text)
  return {
    path: request.url ?? '',
    key: String(request.headers['idempotency-key'] ?? ''),
    authorization: String(request.headers.authorization ?? ''),
    emails: Array.isArray(body) ? body : [body],
  }
}

function reply(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}
