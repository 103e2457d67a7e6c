// State: one copy in a process.
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { type IncomingMessage, type RequestOptions, request } from 'node:http'
import { env } from '@/lib/kernel/env'
import { log } from '@/lib/kernel/log'
import { onChanged } from '@/lib/settings/changed'

/** The header that carries the process's own secret. */
export const RENEW_HEADER = 'x-dear-mp-renew'

const secret = randomBytes(24).toString('base64url')

/**
 * Has this process make its public pages anew whenever a campaign changes, in whichever process that was. Next lets a
 * page go only within a request, so the process asks itself, where it listens. Gives what ends it.
 */
export function renewOnChange(at: { host: string; port: number }): Promise<() => Promise<void>> {
  const headers = { host: new URL(env().appUrl).host, [RENEW_HEADER]: secret }
  return onChanged(() => {
    askOwn({ ...at, method: 'POST', path: '/api/renew', headers }).catch((error) => {
      log.error({ err: error }, 'The pages could not be renewed; they follow within ten seconds')
    })
  })
}

async function askOwn(options: RequestOptions): Promise<void> {
  const asking = request(options).end()
  const [response]: IncomingMessage[] = await once(asking, 'response')
  response?.resume()
  if (response?.statusCode !== 204) throw new Error(`The process answered itself with ${response?.statusCode}.`)
}

/** Whether a request comes from {@link renewOnChange} of this very process. */
export function isOwnRenewal(sent: string | null): boolean {
  const [given, own] = [Buffer.from(sent ?? ''), Buffer.from(secret)]
  return given.length === own.length && timingSafeEqual(given, own)
}
