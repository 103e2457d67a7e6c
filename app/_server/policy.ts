import { createHash } from 'node:crypto'

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g
// What Next writes into a page: pushes of JSON, and the few lines that start them. Nothing else is vouched for.
const NEXT_PUSH = [
  /^(?:\(self\.__next_f=self\.__next_f\|\|\[\]\)|self\.__next_f)\.push\((\[[\s\S]*\])\);?$/,
  /^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\((\{[\s\S]*\})\);?$/,
]

type Sources = {
  nonce?: string
  hashes?: string[]
  development?: boolean
  /** Any site may show the page in a frame. */
  framed?: boolean
}

/** The content security policy: scripts of our own files, and inline ones by nonce or by hash alone. */
export function contentPolicy({ nonce, hashes = [], development, framed }: Sources): string {
  const scripts = development
    ? "'self' 'unsafe-inline' 'unsafe-eval'"
    : ["'self'", ...(nonce ? [`'nonce-${nonce}'`] : []), ...hashes.map((hash) => `'sha256-${hash}'`)].join(' ')
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src 'self'${development ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    `frame-ancestors ${framed ? '*' : "'none'"}`,
  ].join('; ')
}

/** Whether a page is made once for everyone, so that it can hold no nonce: see next.config.ts and `revalidate`. */
export function isCachedPage(pathname: string): boolean {
  return /^\/((campaigns|embed)\/[a-z0-9-]+\/?|campaigns\/[a-z0-9-]+\/from\/[A-Z]\d{8}\/?)?$/.test(pathname)
}

/**
 * Whether other sites may show a page in a frame: the embed, and nothing else. It is the same for everyone, and nothing
 * on it acts for anybody, so that a click stolen there gains nobody anything.
 */
export function mayBeFramed(pathname: string): boolean {
  return /^\/embed\/[a-z0-9-]+(\/paused)?\/?$/.test(pathname)
}

/**
 * Hashes of the inline scripts that Next wrote into a page (CSP Level 3, 2.3.1). A script of any
 * other shape gets none, so that markup which slipped into a cached page does not run.
 */
export function scriptHashes(html: string): string[] {
  const hashes = new Set<string>()
  for (const [, script = ''] of html.matchAll(INLINE_SCRIPT)) {
    if (isNextPush(script)) hashes.add(createHash('sha256').update(script).digest('base64'))
  }
  return [...hashes]
}

function isNextPush(script: string): boolean {
  const argument = NEXT_PUSH.map((push) => push.exec(script.trim())?.[1]).find((found) => found !== undefined)
  if (argument === undefined) return false
  try {
    JSON.parse(argument)
    return true
  } catch {
    return false
  }
}
