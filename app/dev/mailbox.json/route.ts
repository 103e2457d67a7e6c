import { env } from '@/lib/kernel/env'
import { readMailbox } from '@/lib/mailer/local-mailbox'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  if (!env().mailIsLocal) return new Response('Mail is not local.', { status: 404 })
  return Response.json(await readMailbox(), { headers: { 'Cache-Control': 'no-store' } })
}
