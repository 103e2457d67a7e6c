import { publicContext } from '@/app/_server/request'
import { findPageSize } from '@/lib/campaigns/share-picture/set'
import { isId } from '@/lib/kernel/id'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ id: string; size: string }> }

/** A page's picture, `phone.webp` or `desk.webp`. It never changes: another picture has another address. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { id, size } = await params
  const named = size === 'phone.webp' ? 'phone' : size === 'desk.webp' ? 'desk' : null
  const webp = named && isId(id) ? await findPageSize(publicContext(), id, named) : null
  if (!webp) return new Response('There is no such picture.', { status: 404 })
  return new Response(new Uint8Array(webp), {
    headers: {
      'Content-Type': 'image/webp',
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  })
}
