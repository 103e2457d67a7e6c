// State: one copy in a process.
import type { IncomingMessage, ServerResponse } from 'node:http'
import onHeaders from 'on-headers'

/** Fewer that wait are no sign of anything: each may wait for something of its own, such as another site's answer. */
const FEW = 20

/** Requests that are being answered, and since when, the one that has waited longest first. */
const waiting = new Map<ServerResponse, number>()

/**
 * Notes that a request waits for its answer, from when the whole of it has come until the answer begins: how fast somebody
 * sends or reads is nothing that this server could do better.
 */
export function noteWaiting(request: IncomingMessage, response: ServerResponse): void {
  const begin = () => void (response.headersSent || response.destroyed || waiting.set(response, performance.now()))
  if (request.method === 'GET' || request.method === 'HEAD') begin()
  else request.once('end', begin)
  onHeaders(response, () => void waiting.delete(response))
  response.once('close', () => waiting.delete(response))
}

/** Leaves out for how long a request waits for others of its own address. */
export async function notCounted<T>(response: ServerResponse, wait: () => Promise<T>): Promise<T> {
  const counted = waiting.delete(response)
  const given = await wait()
  if (counted && !response.headersSent && !response.destroyed) waiting.set(response, performance.now())
  return given
}

/** For how long, in milliseconds, more requests than a few have waited: what whoever comes now has to expect. */
export function waitNow(): number {
  if (waiting.size <= FEW) return 0
  let passed = 0
  for (const since of waiting.values()) if (passed++ === FEW) return performance.now() - since
  return 0
}
