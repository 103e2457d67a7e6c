import { publicContext } from '@/app/_server/request'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { exportByHash } from '@/lib/privacy/export'

export const dynamic = 'force-dynamic'

/** A person's own data as a file (UK GDPR article 20). */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const ctx = publicContext()
  const link = await readLink(ctx, 'my-data', (await params).token)
  if (!link?.emailHash || link.expired) return new Response('This link has run out.', { status: link ? 410 : 404 })
  return new Response(JSON.stringify(await exportByHash(ctx, link.emailHash), null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="my-data.json"',
      'Cache-Control': 'no-store',
    },
  })
}
