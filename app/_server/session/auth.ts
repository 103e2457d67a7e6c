import { HOUR, SECOND } from '@/lib/kernel/time/durations'
import 'server-only'
import { randomBytes } from 'node:crypto'
import NextAuth, { AuthError, type NextAuthConfig } from 'next-auth'
import { z } from 'zod'
import { recordAudit } from '@/lib/audit/record'
import { env } from '@/lib/kernel/env'
import { log } from '@/lib/kernel/log'
import { contextFor } from '@/lib/mailer/process-context'
import { staffAdapter } from '@/lib/staff/sign-in/auth-adapter'
import { browserName } from '@/lib/staff/sign-in/browser-name'
import { pageAfterSignIn } from '@/lib/staff/sign-in/page-after'
import { SESSION_HOURS } from '@/lib/staff/sign-in/sessions'
import { staffCookie } from './staff-cookie'

const SIGN_IN_PAGE = '/staff/sign-in'
const SECONDS = (SESSION_HOURS * HOUR) / SECOND

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

/** Auth.js, by e-mail link and with sessions in the database. Made at each request: settings are read at start. */
export const { handlers } = NextAuth((request) =>
  configuration(browserName(request?.headers.get('user-agent') ?? null)),
)

function configuration(browser: string): NextAuthConfig {
  const cookie = staffCookie()
  return {
    adapter: staffAdapter(contextFor({ kind: 'system' }), browser),
    basePath: '/api/auth',
    secret: env().authSecrets,
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
    providers: [{ ...emailLink, secret: env().authSecrets[0] }],
    callbacks: {
      // Whoever is not on the team has no role. Links are mailed by our own form, with its limits, and never from here.
      signIn: ({ user, email }) => !email?.verificationRequest && member.safeParse(user).success,
      redirect: ({ url }) => pageAfterSignIn(url),
      session: ({ session, user }) => ({ expires: session.expires, user: member.parse(user) }),
    },
    events: { signIn: ({ user }) => noteSignIn(user) },
    logger: {
      // A pass that is used twice or too late is no fault of ours.
      error: (error) => !isRefused(error) && log.error({ err: error }, 'Auth.js failed'),
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

async function noteSignIn(user: unknown): Promise<void> {
  const { id, role } = member.parse(user)
  await recordAudit(contextFor({ kind: 'staff', id, role }), { verb: 'team.sign-in', subject: { kind: 'staff', id } })
}
