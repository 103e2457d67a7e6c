import { env } from '@/lib/kernel/env'

/** The session's cookie. On https its name binds it to this very host (RFC 6265bis, 4.1.3.2). */
export function staffCookie() {
  const secure = env().appUrl.startsWith('https:')
  return {
    name: secure ? '__Host-dear-mp-staff' : 'dear-mp-staff',
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure },
  }
}

/** The session's token among a request's cookies. */
export function staffToken(cookies: string): string | null {
  const start = `${staffCookie().name}=`
  const found = cookies.split(/; */).find((cookie) => cookie.startsWith(start))
  return found?.slice(start.length) || null
}
