import { publicContext } from '@/app/_server/request'
import { longDate } from '@/lib/kernel/text'
import { addressee } from '@/lib/letters/addressee'
import { letterPdf } from '@/lib/letters/letter-pdf'
import { printable } from '../printable'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string; token: string }> }

/** The letter as a file for paper, for its writer. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { slug, token } = await params
  const ctx = publicContext()
  const found = await printable(ctx, slug, token)
  if (!found) return new Response('There is no such letter.', { status: 404 })
  const { written, mp, seat } = found
  const file = await letterPdf({ written, to: addressee(mp, seat?.name ?? ''), date: longDate(ctx.now()) })
  return new Response(new Uint8Array(file), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'attachment; filename="letter-to-my-mp.pdf"',
      'Cache-Control': 'no-store',
    },
  })
}
