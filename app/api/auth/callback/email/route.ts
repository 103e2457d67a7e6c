import type { NextRequest } from 'next/server'
import { handlers } from '@/app/_server/session/auth'
import { staffCookie } from '@/app/_server/session/staff-cookie'

/**
 * Auth.js takes the pass that the button's form was given, and starts the session. Of Auth.js's own
 * addresses this is the only one that we serve: what is not needed cannot be misused.
 */
export async function GET(request: NextRequest): Promise<Response> {
  // The form's redirect comes from our own page; a link from elsewhere could sign a visitor in as someone else.
  const site = request.headers.get('sec-fetch-site')
  const comesFromUs = site === null || site === 'same-origin'
  const { searchParams } = request.nextUrl
  // Auth.js asks the database for both, and logs a fault where one is missing.
  if (!comesFromUs || !searchParams.get('token') || !searchParams.get('email'))
    return goTo('/staff/sign-in?error=elsewhere')
  const { headers } = await handlers.GET(request)
  const { pathname, search } = new URL(headers.get('location') ?? '/staff/sign-in', request.url)
  return goTo(pathname + search, headers.getSetCookie().filter(isSession))
}

/** Auth.js sets cookies for its own pages too, which nobody here reads. */
function isSession(cookie: string): boolean {
  return cookie.startsWith(`${staffCookie().name}=`)
}

function goTo(path: string, cookies: string[] = []): Response {
  const headers = new Headers({ Location: path, 'Cache-Control': 'no-store' })
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return new Response(null, { status: 303, headers })
}
