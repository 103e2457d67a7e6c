import { mailboxIsOpen } from '@/app/_server/caller/mailbox-is-open'
import { publicContext } from '@/app/_server/request'
import { readMailbox } from '@/lib/mailer/local-mailbox'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  if (!mailboxIsOpen()) return new Response('There is no such page.', { status: 404 })
  return Response.json(await readMailbox(publicContext().env), { headers: { 'Cache-Control': 'no-store' } })
}
