import { lookup } from 'node:dns/promises'
import { connect } from 'node:tls'
import type { Context } from '@/lib/kernel/context'
import { errorLine } from '@/lib/kernel/faults/plain-error'
import { SECOND } from '@/lib/kernel/time/durations'
import { unbelievedLately } from '@/lib/limits/untrusted-proxies'
import type { Check } from '@/lib/mailer/preflight/check'
import { certificateLife } from './certificate-life'
import { type Found, look } from './look'

const PATIENCE_MS = 10 * SECOND
/** An address for documentation (RFC 5737): nobody's. */
const SOMEBODY = '203.0.113.77'

/** What a visitor meets at APP_URL: the host's name, TLS, the site, what stands in front of it. */
export async function lookOutside(ctx: Context, slug: string | null): Promise<Check[]> {
  const url = new URL(ctx.env.appUrl)
  const site = await look('Site', () => siteAt(url))
  const checks = [await look('Host name', () => hostName(url.hostname)), await look('TLS', () => tls(url, ctx)), site]
  if (!site.ok) return checks
  return [
    ...checks,
    await look('Proxy', () => proxy(ctx, url)),
    await look('Cache in front', () => cache(ctx, url, slug)),
    await look('Ping', () => ping(ctx)),
  ]
}

async function hostName(name: string): Promise<Found> {
  const found = await lookup(name.replace(/^\[|\]$/g, ''), { all: true }).catch(() => [])
  if (found.length > 0) return { found: `${name} is ${found.map(({ address }) => address).join(', ')}` }
  return {
    found: `${name} is not known`,
    todo: 'Give the name of APP_URL an A or AAAA record that leads to this server.',
  }
}

async function tls({ protocol, hostname, port }: URL, { env, now }: Context): Promise<Found> {
  if (protocol !== 'https:') {
    if (env.isOnLocalhost) return { found: 'none, on this machine' }
    return {
      found: 'APP_URL begins with http://',
      todo: 'Put a proxy with TLS in front (ops/caddy), and set APP_URL to https://….',
    }
  }
  return certificateLife(await certificateAt(hostname, Number(port || 443)), now())
}

function certificateAt(host: string, port: number): Promise<{ from: Date; until: Date }> {
  return new Promise((done, fail) => {
    const socket = connect({ host, port, servername: host, timeout: PATIENCE_MS }, () => {
      const { valid_from: from, valid_to: until } = socket.getPeerCertificate()
      done({ from: new Date(from), until: new Date(until) })
      socket.end()
    })
    socket.once('timeout', () => socket.destroy(new Error('It did not answer in time.')))
    socket.once('error', fail)
  })
}

async function siteAt(url: URL): Promise<Found> {
  const answer = await asked(new URL('/api/ready', url)).catch((error: unknown) => errorLine(error))
  if (typeof answer === 'string') {
    return {
      found: `nothing answers at ${url.origin}: ${answer}`,
      todo: 'Start the product, and see that the name of APP_URL leads to it.',
    }
  }
  const body = await answer.json().catch(() => null)
  if (body?.status === 'ready') return { found: `${url.origin} answers, and can do its work` }
  if (typeof body?.message === 'string')
    return { found: body.message, todo: 'What is said of it above has to be put right.' }
  return {
    found: `${url.origin} answers, but not as this product does (${answer.status})`,
    todo: 'See that the name of APP_URL leads here, and that the proxy passes the Host on.',
  }
}

/** The product notes whose word on a visitor's address it does not believe: asked by way of APP_URL, as anybody is. */
async function proxy(ctx: Context, url: URL): Promise<Found> {
  // Without a proxy, what is sent below is what it would note.
  if (ctx.env.isOnLocalhost) return { found: 'not looked for on this machine' }
  await asked(new URL('/api/live', url), { 'x-forwarded-for': SOMEBODY })
  const unbelieved = (await unbelievedLately(ctx)).filter(({ peer }) => peer !== 'internet')
  if (unbelieved.length === 0)
    return { found: 'none was seen within a day whose word on visitors’ addresses is not believed' }
  return {
    found: 'requests come by a proxy whose word on visitors’ addresses is not believed',
    todo: 'Set TRUST_PROXY to the proxy’s network (loopback for one on this machine), and have it send X-Forwarded-For: until then all visitors share one limit.',
  }
}

/** Not asked: that would say that all is well. */
async function ping({ env }: Context): Promise<Found> {
  if (env.pingUrl) return { found: 'PING_URL is asked once a minute while all is well' }
  if (env.isOnLocalhost) return { found: 'not needed on this machine' }
  return { found: 'PING_URL is not set: nobody is told where this server falls silent (docs/metrics.md)' }
}

async function cache({ env }: Context, url: URL, slug: string | null): Promise<Found> {
  if (!slug) return { found: 'no campaign is live to look at' }
  const page = new URL(`/campaigns/${slug}`, url)
  await asked(page)
  const { headers } = await asked(page)
  const age = headers.get('age') ?? ''
  const hit = ['x-cache', 'x-cache-status', 'cf-cache-status', 'x-proxy-cache'].some((name) =>
    /hit/i.test(headers.get(name) ?? ''),
  )
  const seen = hit || Number(age) > 0
  if (seen && !env.sharedCache)
    return { found: 'one answers for this server', todo: 'Set SHARED_CACHE=1, so that visits are counted.' }
  if (!seen && env.sharedCache)
    return {
      found: 'none was seen, though SHARED_CACHE is 1',
      todo: 'See docs/shared-cache.md, or set SHARED_CACHE=0.',
    }
  return { found: seen ? 'it answers, and visits are counted' : 'none' }
}

function asked(url: URL, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) })
}
