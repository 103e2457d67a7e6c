import 'server-only'
import { randomBytes } from 'node:crypto'
import { NextRequest } from 'next/server'
import NextAuth, { AuthError, type NextAuthConfig } from 'next-auth'
import { z } from 'zod'
import type { WayIn } from '@/db/schema/index'
import { env } from '@/lib/kernel/env'
import { log } from '@/lib/kernel/log'
import { HOUR, SECOND } from '@/lib/kernel/time/durations'
import { contextFor } from '@/lib/mailer/process-context'
import { type Began, staffAdapter } from '@/lib/staff/sign-in/auth-adapter'
import { browserName } from '@/lib/staff/sign-in/browser-name'
import { noteSignIn } from '@/lib/staff/sign-in/note-sign-in'
import { memberOfClaims, type NotLetIn } from '@/lib/staff/sign-in/oidc/member-of-claims'
import { afterQuery, pageAfterSignIn } from '@/lib/staff/sign-in/page-after'
import { SESSION_HOURS } from '@/lib/staff/sign-in/sessions'
import { bottomOf, type OidcFault, oidcFault } from './oidc-fault'
import { oidcProvider } from './oidc-provider'
import { staffCookie } from './staff-cookie'

const SIGN_IN_PAGE = '/staff/sign-in'
/** Asks the issuer to have them prove anew who they are (OpenID Connect Core, 3.1.2.1). */
const ANEW = '?prompt=login&max_age=0'
const SECONDS = (SESSION_HOURS * HOUR) / SECOND
/** What Auth.js keeps for itself in a browser, between the two ends of a sign-in. */
const OF_AUTH = /^(__Secure-|__Host-)?authjs\./

// Auth.js hands our own rows back as users of its own shape, which knows no role.
const member = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string().nullable(),
  role: z.enum(['campaigner', 'editor', 'admin']),
})

declare module 'next-auth' {
  interface Session {
    user: z.infer<typeof member>
  }
}

/** Where a sign-in goes on to, with the cookies that go with it. */
type Step = { to: string; cookies: string[] }
/** Why a sign-in failed, and what the issuer said for a reason. */
type Seen = { why: NotLetIn | OidcFault | null; said: string | null }

/** Has Auth.js take the pass of a link that was mailed, and start the session. */
export async function takePass(request: NextRequest): Promise<Step> {
  const { headers } = await authFor(request, 'link', { why: null, said: null }).GET(request)
  const { pathname, search } = new URL(headers.get('location') ?? SIGN_IN_PAGE, request.url)
  // Auth.js sets cookies for its own pages too, which nobody here reads.
  return { to: pathname + search, cookies: headers.getSetCookie().filter(isSession) }
}

/** Begins a sign-in with the organisation's account, which leads back to a path of the staff side; `again` has them prove who they are. */
export async function beginOidc(request: NextRequest, path: string, again = false): Promise<Step> {
  const seen: Seen = { why: null, said: null }
  const auth = authFor(request, 'organisation', seen)
  const asked = await auth.GET(new NextRequest(ours('/api/auth/csrf')))
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await asked.json())
  const headers = {
    cookie: asked.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; '),
  }
  const body = new URLSearchParams({ csrfToken, callbackUrl: path })
  const begun = await auth.POST(
    new NextRequest(ours(`/api/auth/signin/oidc${again ? ANEW : ''}`), { method: 'POST', headers, body }),
  )
  const to = begun.headers.get('location')
  if (seen.why || !to) return failed(seen.why, path)
  return { to, cookies: begun.headers.getSetCookie() }
}

/** Takes what the organisation's sign-in sends back, and starts the session of the member that it is of. */
export async function finishOidc(request: NextRequest): Promise<Step> {
  const seen: Seen = { why: null, said: request.nextUrl.searchParams.get('error') }
  // Whose session there is already has no part in whose account this is.
  const kept = (request.headers.get('cookie') ?? '').split(/; */).filter((cookie) => OF_AUTH.test(cookie))
  const headers = { cookie: kept.join('; ') }
  const asked = new NextRequest(ours(request.nextUrl.pathname + request.nextUrl.search), { headers })
  const answer = await authFor(request, 'organisation', seen).GET(asked)
  const own = answer.headers.getSetCookie().filter(isSession)
  const names = kept.map((cookie) => cookie.slice(0, cookie.indexOf('=')))
  const done = names.map((name) => `${name}=; Path=/; Max-Age=0${name.startsWith('__') ? '; Secure' : ''}`)
  if (seen.why || own.length === 0) {
    const meant = request.cookies.get(names.find((name) => name.endsWith('callback-url')) ?? '')?.value
    return { ...failed(seen.why, meant ?? ''), cookies: done }
  }
  const { pathname, search } = new URL(answer.headers.get('location') ?? '/staff', env().appUrl)
  return { to: pathname + search, cookies: [...own, ...done] }
}

/** The page says why, and leads on to the page that was meant once it works. */
function failed(why: Seen['why'], meant: string): Step {
  return { to: `${SIGN_IN_PAGE}?error=${why ?? 'untrusted'}${afterQuery(meant, '&')}`, cookies: [] }
}

/** As the organisation's sign-in knows us: by the address that people open, whatever this request was passed on as. */
function ours(path: string): string {
  return env().appUrl + path
}

function isSession(cookie: string): boolean {
  return cookie.startsWith(`${staffCookie().name}=`)
}

/** Made at each request: settings are read at start, and what is seen is of this sign-in. */
function authFor(request: NextRequest, by: WayIn, seen: Seen) {
  const browser = browserName(request.headers.get('user-agent'))
  return NextAuth(configuration({ browser, by }, seen)).handlers
}

function configuration(began: Began, seen: Seen): NextAuthConfig {
  const cookie = staffCookie()
  const { oidc, authSecrets } = env()
  return {
    adapter: staffAdapter(contextFor({ kind: 'system' }), began),
    basePath: '/api/auth',
    secret: authSecrets,
    trustHost: true,
    useSecureCookies: cookie.options.secure,
    cookies: { sessionToken: cookie },
    session: {
      strategy: 'database',
      maxAge: SECONDS,
      updateAge: SECONDS,
      generateSessionToken: () => randomBytes(32).toString('base64url'),
    },
    pages: { signIn: SIGN_IN_PAGE, verifyRequest: SIGN_IN_PAGE, error: SIGN_IN_PAGE },
    providers: [{ ...emailLink, secret: authSecrets[0] }, ...(oidc ? [oidcProvider(oidc)] : [])],
    callbacks: {
      signIn: async ({ user, account, profile, email }) => {
        if (account?.provider === 'oidc') {
          const found = await memberOfClaims(contextFor({ kind: 'system' }), profile)
          if ('refused' in found) seen.why = found.refused
          else if (found.provenAt) began.provenAt = found.provenAt
          return 'id' in found
        }
        // Whoever is not on the team has no role. Links are mailed by our own form, with its limits, and never from here.
        return !email?.verificationRequest && member.safeParse(user).success
      },
      redirect: ({ url }) => pageAfterSignIn(url),
      session: ({ session, user }) => ({ expires: session.expires, user: member.parse(user) }),
    },
    events: {
      signIn: ({ user }) => {
        const { id, role } = member.parse(user)
        return noteSignIn(contextFor({ kind: 'staff', id, role, limitedTo: [] }), began.by)
      },
    },
    logger: {
      error: (error) => {
        // A pass that is used twice or too late is no fault of ours.
        if (isRefused(error)) return
        seen.why ??= oidcFault(error, seen.said)
        if (seen.why !== 'cancelled' && seen.why !== 'too-late')
          log.error({ err: bottomOf(error), said: seen.said }, 'A sign-in failed')
      },
      warn: (code) => log.warn({ code }, 'Auth.js warns'),
    },
  }
}

const emailLink = {
  id: 'email',
  type: 'email' as const,
  name: 'E-mail link',
  maxAge: 60,
  options: {},
  async sendVerificationRequest() {
    throw new Error('Links are mailed by lib/staff.')
  },
}

function isRefused(error: Error): boolean {
  return error instanceof AuthError && ['Verification', 'AccessDenied'].includes(error.type)
}
