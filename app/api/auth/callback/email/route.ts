import type { NextRequest } from 'next/server'
import { takePass } from '@/app/_server/session/auth'
import { goOn } from '@/app/_server/session/go-on'

/**
 * Auth.js takes the pass that the button's form was given, and starts the session. Of Auth.js's own
 * addresses this and that of the organisation's sign-in are the only ones that we serve: what is not needed cannot be misused.
 */
export async function GET(request: NextRequest): Promise<Response> {
  // The form's redirect comes from our own page; a link from elsewhere could sign a visitor in as someone else.
  const site = request.headers.get('sec-fetch-site')
  const comesFromUs = site === null || site === 'same-origin'
  const { searchParams } = request.nextUrl
  // Auth.js asks the database for both, and logs a fault where one is missing.
  if (!comesFromUs || !searchParams.get('token') || !searchParams.get('email'))
    return goOn({ to: '/staff/sign-in?error=elsewhere', cookies: [] })
  return goOn(await takePass(request))
}
