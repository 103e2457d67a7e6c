import { publicContext, refusedByLimit } from '@/app/_server/request'
import { lookUpPostcode } from '@/lib/directory/lookup'
import { postcodeJson } from '@/lib/directory/postcode-json'

export const dynamic = 'force-dynamic'

export async function GET(_request: Request, { params }: { params: Promise<{ postcode: string }> }): Promise<Response> {
  const retryAt = await refusedByLimit('look-up')
  if (retryAt) {
    const error = { code: 'too_many', message: 'Too many look-ups from your connection. Try again in a minute.' }
    return Response.json({ error }, { status: 429, headers: { 'Cache-Control': 'no-store' } })
  }
  const { postcode } = await params
  const { status, body, retryAfterSeconds } = postcodeJson(await lookUpPostcode(publicContext(), decoded(postcode)))
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  if (retryAfterSeconds !== undefined) headers.set('Retry-After', String(retryAfterSeconds))
  return Response.json(body, { status, headers })
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
