import type { NextRequest } from 'next/server'
import { finishOidc } from '@/app/_server/session/auth'
import { goOn } from '@/app/_server/session/go-on'
import { env } from '@/lib/kernel/env'

/** Where the organisation's sign-in leads back to. That it was begun in this browser, its state tells. */
export async function GET(request: NextRequest): Promise<Response> {
  return env().oidc ? goOn(await finishOidc(request)) : new Response(null, { status: 404 })
}
