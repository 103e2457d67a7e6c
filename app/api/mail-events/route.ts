import { contextFor } from '@/lib/kernel/context'
import { env } from '@/lib/kernel/env'
import { readMailEvent } from '@/lib/letters/events/input'
import { takeMailEvent } from '@/lib/letters/events/take'
import { openSignedEvent } from '@/lib/mailer/verify-event'

export const dynamic = 'force-dynamic'

const MOST_BYTES = 256 * 1024

/** What the mail service tells us, signed. Anything but 2xx makes it tell again later. */
export async function POST(request: Request): Promise<Response> {
  const { resendWebhookSecret: secret } = env()
  if (!secret) return answer(404, 'No RESEND_WEBHOOK_SECRET is set.')
  const body = await request.text()
  if (body.length > MOST_BYTES) return answer(413, 'Too large.')
  const header = (name: string) => request.headers.get(`svix-${name}`) ?? request.headers.get(`webhook-${name}`) ?? ''
  const id = header('id')
  const opened = openSignedEvent({ id, timestamp: header('timestamp'), signature: header('signature'), body }, secret)
  if (opened === null || id.length > 200) return answer(401, 'The signature or the time is wrong.')
  const event = readMailEvent(opened)
  if (!event) return answer(400, 'This is no event.')
  await takeMailEvent(contextFor({ kind: 'system' }), id, event)
  return answer(200, 'Taken.')
}

function answer(status: number, message: string): Response {
  return Response.json({ message }, { status, headers: { 'Cache-Control': 'no-store' } })
}
