import { publicContext } from '@/app/_server/request'
import { findPageSize } from '@/lib/campaigns/share-picture/set'
import { isId } from '@/lib/kernel/id'
import { findLogo } from '@/lib/staff/logo/set'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ id: string; size: string }> }

/** A page's picture, `phone.webp` or `desk.webp`, or a logo. It never changes: another picture has another address. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { id, size } = await params
  const webp = isId(id) ? await findSize(id, size) : null
  if (!webp) return new Response('There is no such picture.', { status: 404 })
  return new Response(new Uint8Array(webp), {
    headers: {
      'Content-Type': 'image/webp',
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  })
}

async function findSize(id: string, size: string): Promise<Uint8Array | null> {
  const ctx = publicContext()
  if (size === 'logo.webp') return findLogo(ctx, id)
  if (size === 'phone.webp') return findPageSize(ctx, id, 'phone')
  return size === 'desk.webp' ? findPageSize(ctx, id, 'desk') : null
}
