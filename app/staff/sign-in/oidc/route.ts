import type { NextRequest } from 'next/server'
import { turnOf } from '@/app/_server/caller/limit-caller'
import { currentExchange } from '@/app/_server/exchange'
import { publicContext } from '@/app/_server/request'
import { beginOidc } from '@/app/_server/session/auth'
import { goOn } from '@/app/_server/session/go-on'

/**
 * Leads to the organisation's sign-in. A link and no form: a policy that lets forms go to ourselves alone stops them on
 * their way to another site, and whoever follows it from elsewhere comes back as nobody but themselves.
 */
export async function GET(request: NextRequest): Promise<Response> {
  if (!publicContext().env.oidc) return goOn({ to: '/staff/sign-in', cookies: [] })
  const taken = await turnOf(publicContext(), 'sign-in', `account ${currentExchange().clientAddress}`)
  if (!taken.allowed) return goOn({ to: '/staff/sign-in?error=too-often', cookies: [] })
  const asked = request.nextUrl.searchParams
  return goOn(await beginOidc(request, asked.get('to') ?? '', asked.has('again')))
}
