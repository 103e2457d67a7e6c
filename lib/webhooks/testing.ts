import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { and, eq, sql } from 'drizzle-orm'
import { audit, webhookAttempts, webhookDeliveries, webhookEndpoints } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { NOON } from '@/lib/kernel/testing/noon'
import type { TestContext } from '@/lib/mailer/testing/context'
import type { WebhookInput } from './input'
import type { Sending } from './sending/post'
import { webhookSender } from './sending/sender'
import { addWebhook } from './staff/add'

/** How a played receiver behaves. */
export type Manner =
  | { status: number; headers?: Record<string, string>; body?: string }
  | 'never'
  | 'drip'
  | 'drip-headers'
  | 'flood'
  | 'close'
  | 'garbled'
  | 'echo'

export type Receiver = Awaited<ReturnType<typeof playReceiver>>

export type Received = { headers: IncomingHttpHeaders; body: string }

/** A receiver of webhooks on this machine, which behaves as it is told. */
export async function playReceiver(manner: Manner = { status: 204 }) {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request)
    received.push({ headers: request.headers, body })
    behave(played.manner, body, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const played = {
    url: `http://127.0.0.1:${port}/hook`,
    port,
    manner,
    received,
    /** What was received, read. */
    messages: () => received.map(({ body }) => JSON.parse(body)),
    async close(): Promise<void> {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return played
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += chunk
  return body
}

const MEGABYTE = Buffer.alloc(1_000_000, 'x')

function behave(manner: Manner, body: string, response: ServerResponse): void {
  switch (manner) {
    case 'never':
      return
    case 'close':
      response.destroy()
      return
    case 'garbled':
      response.socket?.end('HTTP/2000 what?\r\n\r\n')
      return
    case 'echo':
      response.writeHead(500).end(`Cannot read ${body}`)
      return
    case 'drip':
      response.writeHead(500)
      repeatedly(response, () => response.write('.'))
      return
    case 'drip-headers':
      response.socket?.write('HTTP/1.1 200 OK\r\n')
      repeatedly(response, () => response.socket?.write('x-drip: x\r\n'))
      return
    case 'flood':
      response.writeHead(500)
      flood(response, 100)
      return
    default:
      response.writeHead(manner.status, manner.headers).end(manner.body)
  }
}

function repeatedly(response: ServerResponse, work: () => void): void {
  const timer = setInterval(work, 20)
  response.on('close', () => clearInterval(timer))
}

function flood(response: ServerResponse, megabytes: number): void {
  if (megabytes === 0) response.end()
  else response.write(MEGABYTE, (error) => (error ? response.destroy() : flood(response, megabytes - 1)))
}

/** A webhook to this address. */
export function webhookTo(ctx: Context, url: string, more: Partial<WebhookInput> = {}) {
  return addWebhook(ctx, { address: url, campaign: '', told: 'all', ...more })
}

/** Sends what is due now, until nothing is. */
export async function sendDue(ctx: Context, sending: Sending = {}): Promise<void> {
  const sender = webhookSender(ctx, new AbortController().signal, { withinMs: 5000, ...sending })
  await sender.look()
  await sender.idle()
}

/** The deliveries to an endpoint with what became of them, in the order in which things happened. */
export function deliveriesOf({ db }: Context, endpointId: string) {
  return db
    .select()
    .from(webhookDeliveries)
    .where(eq(webhookDeliveries.endpointId, endpointId))
    .orderBy(webhookDeliveries.at, webhookDeliveries.event)
}

/** The attempts at everything for an endpoint, oldest first. */
export async function attemptsOf({ db }: Context, endpointId: string) {
  const rows = await db
    .select({ attempt: webhookAttempts })
    .from(webhookAttempts)
    .innerJoin(webhookDeliveries, eq(webhookDeliveries.id, webhookAttempts.deliveryId))
    .where(eq(webhookDeliveries.endpointId, endpointId))
    .orderBy(webhookAttempts.id)
  return rows.map(({ attempt }) => attempt)
}

export async function endpointRow({ db }: Context, id: string): Promise<typeof webhookEndpoints.$inferSelect> {
  const [row] = await db.select().from(webhookEndpoints).where(eq(webhookEndpoints.id, id))
  if (!row) throw new Error(`There is no webhook ${id}.`)
  return row
}

/** A signature as the specification has it, worked out by itself. */
export function signatureBy(secret: string, { headers, body }: Received): string {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
}

/** Before each test: noon, and a receiver that behaves so. */
export async function receiverAtNoon(ctx: TestContext, manner?: Manner): Promise<Receiver> {
  ctx.setNow(NOON)
  return playReceiver(manner)
}

/** After each: takes the receiver, every webhook, and all that there was to deliver, away again. */
export async function receiverGone(ctx: Context, receiver: Receiver): Promise<void> {
  await receiver.close()
  await forgetWebhooks(ctx)
}

/** Takes every webhook, and all that there was to deliver, away again. */
export async function forgetWebhooks({ db }: Context): Promise<void> {
  await db.execute(sql`truncate webhook_endpoints, webhook_attempts, webhook_deliveries`)
}

/** What was written into the audit of a webhook, oldest first. */
export function webhookAudit({ db }: Context, id: string) {
  return db
    .select({ verb: audit.verb, actorKind: audit.actorKind, before: audit.before, after: audit.after })
    .from(audit)
    .where(and(eq(audit.subjectKind, 'webhook'), eq(audit.subjectId, id)))
    .orderBy(audit.id)
}
