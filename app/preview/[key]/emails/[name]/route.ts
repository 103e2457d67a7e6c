import { publicContext } from '@/app/_server/request'
import { previewOf } from '@/app/preview/preview-of'
import { renderEmail } from '@/emails/render'
import { findSeat } from '@/lib/directory/lookup'
import { previewMessage } from '@/lib/messages/previews/preview-message'
import { previewedEmail } from '@/lib/messages/previews/previewed-emails'

export const dynamic = 'force-dynamic'

/** One e-mail of a draft by itself, as a mail program would show it, or with `as=text` its plain part: its own styles, no scripts, no requests. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ key: string; name: string }> },
): Promise<Response> {
  const { key, name } = await params
  const preview = await previewOf(key)
  if (preview === 'expired') return plain('This link does not work any more.', 410)
  const which = previewedEmail.safeParse(name)
  const ctx = publicContext()
  const { searchParams } = new URL(request.url)
  const seat = await findSeat(ctx, searchParams.get('seat') ?? '')
  const message = seat && which.success ? await previewMessage(ctx, preview.campaign, seat, which.data) : null
  if (!message) return plain('No letter goes to this MP, and so no e-mail about one.', 404)
  const { subject, html, text } = await renderEmail(message)
  if (searchParams.get('as') === 'text') return plain(`Subject: ${subject}\n\n${text}`, 200)
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex, nofollow',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox",
      'X-Frame-Options': 'SAMEORIGIN',
    },
  })
}

function plain(text: string, status: number): Response {
  const headers = {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'self'; sandbox",
    'X-Frame-Options': 'SAMEORIGIN',
  }
  return new Response(text, { status, headers })
}
