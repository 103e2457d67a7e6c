import { log } from '@/lib/kernel/log'
import type { Env } from '@/lib/kernel/read-env'
import { MINUTE, SECOND } from '@/lib/kernel/time/durations'
import { repeat } from '@/lib/worker/repeat'

const EVERY_MS = MINUTE
const PATIENCE_MS = 10 * SECOND

type Settings = Pick<Env, 'pingUrl' | 'port' | 'host'>

/**
 * Asks `PING_URL` once a minute for as long as this site says itself that it can do its work, so that whoever watches there
 * tells when it is no longer asked: no worker, no mail and no Prometheus of ours is needed for that. Gives what ends it.
 */
export function pingWhileWell(settings: Settings): () => Promise<void> {
  if (!settings.pingUrl) return async () => {}
  const stopping = new AbortController()
  const ping = pinger(settings)
  const pinging = repeat(EVERY_MS, stopping.signal, 'PING_URL could not be asked', () => ping(stopping.signal))
  return async () => {
    stopping.abort()
    await pinging
  }
}

/** What pings once, where all is well; what is wrong with the address is logged when it begins and when it ends. */
export function pinger({ pingUrl, port, host }: Settings): (stopping?: AbortSignal) => Promise<void> {
  let fault: string | null = null
  return async (stopping) => {
    if (!pingUrl || !(await isReady(ownAddress(host, port), stopping))) return
    const found = await asked(pingUrl, stopping)
    if (stopping?.aborted || found === fault) return
    if (found) log.warn({ why: found }, 'PING_URL does not take it that all is well')
    else log.info('PING_URL takes it again that all is well')
    fault = found
  }
}

async function isReady(origin: string, stopping: AbortSignal | undefined): Promise<boolean> {
  return (await asked(`${origin}/api/ready`, stopping)) === null
}

/** What is wrong with the answer of an address: `null` for nothing. The address is a secret, and stands in none of it. */
async function asked(url: string, stopping: AbortSignal | undefined): Promise<string | null> {
  const late = AbortSignal.timeout(PATIENCE_MS)
  try {
    const signal = stopping ? AbortSignal.any([late, stopping]) : late
    const { ok, status, body } = await fetch(url, { redirect: 'manual', signal })
    await body?.cancel()
    return ok ? null : `it answered ${status}`
  } catch {
    return late.aborted ? 'it did not answer in time' : 'nothing answers there'
  }
}

function ownAddress(host: string | null, port: number): string {
  const anywhere = host === null || host === '0.0.0.0' || host === '::'
  return `http://${anywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`
}
