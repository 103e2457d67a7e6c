import type { IncomingMessage, ServerResponse } from 'node:http'
import { setHeaders } from '@/app/_server/answer/headers'
import { pathOf } from '@/app/_server/path-of'
import { isProbe } from '@/app/_server/routes/area'
import { env } from '@/lib/kernel/env'

const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]']
// No name of a host has other letters; an address of the web could be read in more ways than one.
const HOST = /^[\w.-]+(:[1-9]\d{0,4})?$|^\[[\da-f:.]+\](:[1-9]\d{0,4})?$/i

const WORDS = `This is not the address of this installation.

If you run it: set APP_URL to the address that people open, or have the proxy in front pass on the host that it was
asked for (nginx: "proxy_set_header Host $http_host;", Apache: "ProxyPreserveHost On").
`

/** The origins of this installation's pages: that of `APP_URL`, and where that is on this machine, its other names. */
export function ownOrigins(): Set<string> {
  const { appUrl, isOnLocalhost, port } = env()
  if (!isOnLocalhost) return new Set([appUrl])
  const own = new URL(appUrl)
  const places = LOCAL_NAMES.flatMap((name) => [`${own.protocol}//${name}:${own.port}`, `http://${name}:${port}`])
  return new Set([appUrl, ...places.map((place) => new URL(place).origin)])
}

/**
 * Why a request is not answered, as a status: 400 where it does not say one host that was asked for, 421 where that is
 * not this installation's; `null` where it is. A page elsewhere can point a name of its own at this machine (DNS
 * rebinding). What a proxy says of the host in other headers counts for nothing.
 */
export function hostFault(request: IncomingMessage): 400 | 421 | null {
  const hosts = request.headersDistinct.host ?? []
  const named = authorityOf(request.url ?? '')
  const [host = ''] = hosts
  if (hosts.length !== 1 || !HOST.test(host) || (named !== null && !HOST.test(named))) return 400
  return isOwn(host) && (named === null || isOwn(named)) ? null : 421
}

/** Answers a request for another host. Gives whether it has: `false` leaves it to the rest of the front. */
export function answeredForOther(request: IncomingMessage, response: ServerResponse): boolean {
  const fault = hostFault(request)
  request.url = originForm(request.url ?? '')
  if (isProbe(pathOf(request))) return false
  if (fault === null) return false
  setHeaders(response, false)
  response.writeHead(fault, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'",
    Connection: 'close',
  })
  response.end(WORDS)
  return true
}

/** Where the whole address stands in the request's first line (RFC 9112, 3.2.2): whom it is for. */
function authorityOf(url: string): string | null {
  return /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)/i.exec(url)?.[1] ?? null
}

function originForm(url: string): string {
  const path = url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '')
  return path === '' || path.startsWith('?') ? `/${path}` : path
}

function isOwn(host: string): boolean {
  const own = ownOrigins()
  const asked = ['http:', 'https:'].map((protocol) => `${protocol}//${host}`)
  return asked.some((place) => {
    const read = URL.canParse(place) ? new URL(place) : null
    return read !== null && own.has(read.origin) && isWrittenOut(host, read)
  })
}

/** A number of this machine has many spellings (`127.1`, `0x7f.1`, `127.0.0.1.`): one that no browser sends is not ours. */
function isWrittenOut(host: string, { hostname }: URL): boolean {
  return host.startsWith('[') || host.replace(/:\d+$/, '').toLowerCase() === hostname
}
