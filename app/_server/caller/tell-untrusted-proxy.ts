// State: one copy in a process.

import type { IncomingMessage } from 'node:http'
import { env } from '@/lib/kernel/env'
import { log } from '@/lib/kernel/log'
import { unbelievedProxies } from '@/lib/kernel/metrics'
import { type Address, isPrivate, isTrusted, readAddress, type TrustedProxies } from '@/lib/kernel/network'
import { HOUR } from '@/lib/kernel/time/durations'
import { noteUnbelieved, type Unbelieved } from '@/lib/limits/untrusted-proxies'
import { contextFor } from '@/lib/mailer/process-context'
import { isPassedOn } from './local-caller'

let isLogged = false
const noted = new Map<string, number>()

/**
 * Says, once in the log and once an hour for the settings page, that a request came by a proxy whose word on where it
 * comes from is not believed: all its visitors then share one limit. Anybody can send such a header, so it says "if".
 */
export function tellUnbelieved(request: IncomingMessage): void {
  const found = unbelieved(request, env().trustProxy)
  if (!found) return
  unbelievedProxies.inc()
  if (!isLogged) {
    isLogged = true
    log.warn(found, WORDS[found.unread ? 'unread' : 'unnamed'])
  }
  const kind = `${found.peer} ${found.unread}`
  if (Date.now() - (noted.get(kind) ?? 0) < HOUR) return
  noted.set(kind, Date.now())
  void writeDown(found).catch((error) => {
    // Not written down, so the next of its kind is.
    noted.delete(kind)
    log.error({ err: error }, 'What was seen of a proxy could not be written down')
  })
}

const WORDS = {
  unnamed:
    'A request came with headers of a proxy (X-Forwarded-For or the like) that TRUST_PROXY does not name, so they are not believed. If a proxy of yours stands in front, set TRUST_PROXY to its network (loopback for one on this machine, else its address or network): until then all its visitors share one limit. If none does, a visitor has sent them, and nothing is wrong.',
  unread:
    'A request came from a proxy that TRUST_PROXY names, without X-Forwarded-For, the only header that is read. If the proxy does so for every visitor, have it send X-Forwarded-For: until then all its visitors share one limit.',
} as const

/** What is not believed of what a request says of its way; `null` where nothing is said, or all is believed. */
export function unbelieved(request: IncomingMessage, trusted: TrustedProxies | null): Unbelieved | null {
  if (!isPassedOn(request)) return null
  const peer = readAddress(request.socket.remoteAddress ?? '')
  if (!peer) return null
  const isNamed = isTrusted(peer, trusted)
  if (isNamed && request.headers['x-forwarded-for']) return null
  return { peer: kindOf(peer), unread: isNamed }
}

async function writeDown(found: Unbelieved): Promise<void> {
  await noteUnbelieved(contextFor({ kind: 'system' }), found)
}

function kindOf(peer: Address): Unbelieved['peer'] {
  if (peer.range() === 'loopback') return 'this-machine'
  return isPrivate(peer) ? 'private-network' : 'internet'
}
