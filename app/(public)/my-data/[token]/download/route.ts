import { redirect } from 'next/navigation'
import { publicContext } from '@/app/_server/request'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { exportByHash } from '@/lib/privacy/export'

export const dynamic = 'force-dynamic'

/** A person's own data as a file (UK GDPR article 20). */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const ctx = publicContext()
  const { token } = await params
  const link = await readLink(ctx, 'my-data', token)
  // The page says why, and what to do.
  if (!link?.emailHash || link.expired) redirect(`/my-data/${encodeURIComponent(token)}`)
  return new Response(JSON.stringify(await exportByHash(ctx, link.emailHash), null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="my-data.json"',
      'Cache-Control': 'no-store',
    },
  })
}
