import { contextFor } from '@/lib/mailer/process-context'
import { securityText } from '@/lib/settings/security-text'

export const dynamic = 'force-dynamic'

/** Whom to tell of a hole; nothing, until there is anybody to tell. */
export async function GET(): Promise<Response> {
  const ctx = contextFor({ kind: 'system' })
  const text = await securityText(ctx, ctx.env.appUrl)
  if (text === null) return new Response('Nobody is named yet who could be told.', { status: 404 })
  return new Response(text, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=0, s-maxage=600' },
  })
}
