import { publicContext } from '@/app/_server/request'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { letterStamp } from '@/lib/letters/stamp'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ token: string }> }

/** What says that a letter's page has moved on: asked for by the page while it is looked at. Tells nothing private. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const ctx = publicContext()
  const link = await readLink(ctx, 'letter', (await params).token)
  const stamp = link?.letterId ? await letterStamp(ctx, link.letterId) : null
  return Response.json(stamp, { status: stamp === null ? 404 : 200, headers: { 'Cache-Control': 'no-store' } })
}
