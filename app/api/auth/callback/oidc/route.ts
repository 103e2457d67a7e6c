import type { NextRequest } from 'next/server'
import { publicContext } from '@/app/_server/request'
import { finishOidc } from '@/app/_server/session/auth'
import { goOn } from '@/app/_server/session/go-on'

/** Where the organisation's sign-in leads back to. That it was begun in this browser, its state tells. */
export async function GET(request: NextRequest): Promise<Response> {
  return publicContext().env.oidc ? goOn(await finishOidc(request)) : new Response(null, { status: 404 })
}
