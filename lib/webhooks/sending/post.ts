import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { WebhookFault } from '@/db/schema/index'
import type { Env } from '@/lib/kernel/read-env'
import { type Address, allowedFor, readAddress } from '@/lib/webhooks/address/address'
import { guardedLookup, RefusedAddress } from '@/lib/webhooks/address/public-address'

const WITHIN_MS = 10_000
const ANSWER_BYTES = 2048

/** How a post ended. `fault` is null for a status of 2xx alone; `answer` is the beginning of what a refusal said. */
export type Posted = { status: number | null; fault: WebhookFault | null; durationMs: number; answer: string }

/** What a test can set: how names are looked up, and how long a post may take in all. */
export type Sending = { lookup?: LookupFunction; withinMs?: number }

type Posting = Sending & {
  env: Pick<Env, 'isOnLocalhost'>
  url: string
  headers: Record<string, string>
  body: string
  /** Breaks it off; then it throws, for nobody knows how it would have ended. */
  signal: AbortSignal
}

/**
 * Posts to a webhook, within 10 seconds in all. Of an answer the status counts; of a refusal 2 kB are read at most. A
 * redirect is not followed. Where the address leads is judged as the connection is made.
 */
export async function postWebhook(posting: Posting): Promise<Posted> {
  const begun = performance.now()
  const ended = (status: number | null, fault: WebhookFault | null, answer = ''): Posted => ({
    status,
    fault,
    durationMs: Math.round(performance.now() - begun),
    answer,
  })
  const address = readAddress(posting.env, posting.url)
  if ('fault' in address) return ended(null, 'address')
  const timeout = AbortSignal.timeout(posting.withinMs ?? WITHIN_MS)
  try {
    const response = await answerTo(posting, address, AbortSignal.any([timeout, posting.signal]))
    const status = response.statusCode ?? 0
    if (status >= 200 && status < 300) {
      response.destroy()
      return ended(status, null)
    }
    const answer = await beginningOf(response)
    posting.signal.throwIfAborted()
    return ended(status, faultOf(status), answer)
  } catch (error) {
    posting.signal.throwIfAborted()
    return ended(null, timeout.aborted ? 'timeout' : connectionFault(error))
  }
}

function answerTo(posting: Posting, address: Address, signal: AbortSignal): Promise<IncomingMessage> {
  const { url, hostname } = address
  const allows = allowedFor(address)
  // An address as given is connected to without a look-up.
  if (isIP(hostname) && !allows(hostname)) throw new RefusedAddress('The address is private.')
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest
  const body = Buffer.from(posting.body)
  return new Promise((resolve, reject) => {
    request(url, {
      method: 'POST',
      // A connection of its own: none is taken up again that was made for another name.
      agent: false,
      lookup: guardedLookup(allows, posting.lookup),
      headers: { ...posting.headers, 'content-length': body.byteLength, connection: 'close' },
      signal,
    })
      .once('response', resolve)
      .on('error', reject)
      .end(body)
  })
}

async function beginningOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of response) {
      chunks.push(chunk)
      bytes += chunk.length
      if (bytes >= ANSWER_BYTES) break
    }
  } catch {
    // Broken off, or out of time: the status has been said, and what was read is shown.
  } finally {
    response.destroy()
  }
  return new TextDecoder().decode(Buffer.concat(chunks).subarray(0, ANSWER_BYTES))
}

function faultOf(status: number): WebhookFault {
  if (status >= 300 && status < 400) return 'redirect'
  return status === 410 ? 'gone' : 'status'
}

function connectionFault(error: unknown): WebhookFault {
  if (error instanceof RefusedAddress) return 'address'
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/^(ENOTFOUND|ENODATA|EAI_|ESERVFAIL|EREFUSED|ETIMEOUT|EBADRESP|EBADNAME)/.test(code)) return 'dns'
  if (/CERT|TLS|SSL|EPROTO|INVALID_CA|HOSTNAME_MISMATCH/.test(code)) return 'tls'
  return code.startsWith('HPE_') ? 'unreadable' : 'connection'
}
