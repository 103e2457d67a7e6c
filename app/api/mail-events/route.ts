import { readText } from '@/app/_server/refused/read-text'
import { readMailEvent } from '@/lib/delivery/events/input'
import { receiveMailEvent } from '@/lib/delivery/events/receive'
import { contextFor } from '@/lib/mailer/process-context'
import { couldBeSigned, openSignedEvent } from '@/lib/mailer/verify-event'

export const dynamic = 'force-dynamic'

const MOST_BYTES = 256 * 1024

/**
 * What the mail service tells us, signed. Anything but 2xx makes it tell again later. Anybody can post here, so the
 * length and what stands in the headers are judged first, and no more is read than an event can have.
 */
export async function POST(request: Request): Promise<Response> {
  const ctx = contextFor({ kind: 'system' })
  const { resendWebhookSecret: secret } = ctx.env
  if (!secret) return answer(404, 'No RESEND_WEBHOOK_SECRET is set.')
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) return answer(413, 'Too large.')
  const header = (name: string) => request.headers.get(`svix-${name}`) ?? request.headers.get(`webhook-${name}`) ?? ''
  const signed = { id: header('id'), timestamp: header('timestamp'), signature: header('signature') }
  if (!couldBeSigned(signed, ctx.now())) return answer(401, 'The signature or the time is wrong.')
  const body = await readText(request, MOST_BYTES)
  if (body === null) return answer(413, 'Too large.')
  const opened = openSignedEvent({ ...signed, body }, secret)
  if (opened === null) return answer(401, 'The signature or the time is wrong.')
  const event = readMailEvent(opened)
  if (!event) return answer(400, 'This is no event.')
  await receiveMailEvent(ctx, signed.id, event)
  return answer(200, 'Taken.')
}

function answer(status: number, message: string): Response {
  return Response.json({ message }, { status, headers: { 'Cache-Control': 'no-store' } })
}
