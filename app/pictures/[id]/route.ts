import { publicContext } from '@/app/_server/request'
import { findPicture } from '@/lib/campaigns/share-picture/set'
import { isId } from '@/lib/kernel/id'

export const dynamic = 'force-dynamic'

/** A picture for sharing, as we encoded it. It never changes: another picture has another address. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params
  const jpeg = isId(id) ? await findPicture(publicContext(), id) : null
  if (!jpeg) return new Response('There is no such picture.', { status: 404 })
  return new Response(new Uint8Array(jpeg), {
    headers: {
      'Content-Type': 'image/jpeg',
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cross-Origin-Resource-Policy': 'cross-origin',
    },
  })
}
