import { letterDrawn } from '@/app/_drawing/letter'
import { answerWith, publicContext } from '@/app/_server/request'
import { printable } from '@/app/(public)/campaigns/[slug]/print/[token]/printable'
import { Refusal } from '@/lib/kernel/faults/errors'
import { longDate } from '@/lib/kernel/text'
import { addressee } from '@/lib/writing/salutation'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string; token: string }> }

/** The letter as a file for paper, for its writer. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { slug, token } = await params
  const ctx = publicContext()
  const found = await printable(ctx, slug, token)
  if (!found || found === 'closed') return new Response('There is no such letter.', { status: 404 })
  const { written, mp, seat, note } = found
  try {
    const letter = { written, to: addressee(mp, seat?.name ?? ''), date: longDate(ctx.now()), note }
    return new Response(new Uint8Array(await letterDrawn(letter)), {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Disposition': 'attachment; filename="letter-to-my-mp.pdf"',
        'Cache-Control': 'no-store',
      },
    })
  } catch (error) {
    if (error instanceof Refusal) return later(error)
    throw error
  }
}

function later({ code, message, retryAt }: Refusal): Response {
  answerWith(code === 'too-many' ? 429 : 503, retryAt)
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }
  return new Response(`${message} You can also print the page that led you here.`, { headers })
}
