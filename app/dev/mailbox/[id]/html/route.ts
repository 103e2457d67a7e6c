import { mailboxIsOpen } from '@/app/_server/caller/mailbox-is-open'
import { publicContext } from '@/app/_server/request'
import { readMailbox } from '@/lib/mailer/local-mailbox'

export const dynamic = 'force-dynamic'

/** One message's HTML by itself, as a mail program would show it: its own styles, no scripts, no requests. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params
  const message = mailboxIsOpen() ? (await readMailbox(publicContext().env)).find((each) => each.id === id) : undefined
  if (!message) return new Response('There is no such message.', { status: 404 })
  return new Response(message.html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation",
      'X-Frame-Options': 'SAMEORIGIN',
    },
  })
}
