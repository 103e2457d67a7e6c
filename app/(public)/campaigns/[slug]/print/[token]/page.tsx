import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { publicContext } from '@/app/_server/request'
import { LetterAsSent } from '@/app/(public)/letter-as-sent'
import { PublicPage } from '@/app/(public)/public-page'
import { PageTitle } from '@/components/ui/page-title'
import { isTheirsToSend } from '@/lib/letters/printed/sent-by-writer'
import { printable } from './printable'
import { SendItYourself } from './send-it-yourself'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Your letter to print', robots: { index: false } }

/** The letter by itself on paper; on screen, with what to do. */
export default async function PrintPage({ params }: { params: Promise<{ slug: string; token: string }> }) {
  const { slug, token } = await params
  const ctx = publicContext()
  const found = await printable(ctx, slug, token)
  if (!found) notFound()
  const { letter, written, seat, mp, note } = found
  const here = `/campaigns/${slug}/print/${token}`
  return (
    <PublicPage letter={letter}>
      <div className="space-y-4 print:hidden">
        <PageTitle>Print and post your letter</PageTitle>
        <ol className="max-w-measure list-decimal space-y-1 pl-6">
          <li>
            Print this page: only the letter goes on paper. Or{' '}
            <a className="link" href={`${here}/letter.pdf`}>
              download it as a PDF
            </a>
            .
          </li>
          <li>Sign it above your name.</li>
          <li>Post it to the address that stands on the letter. A first-class stamp is enough.</li>
        </ol>
        <p>
          <a className="link" href={`/letters/${token}`}>
            Back to where your letter is
          </a>
        </p>
      </div>
      <LetterAsSent written={written} mp={mp} constituency={seat?.name ?? ''} date={ctx.now()} note={note} />
      {isTheirsToSend(letter) && !letter.sentByWriterAt && (
        <div className="space-y-10 print:hidden">
          <SendItYourself action={here} mp={mp} written={written} />
        </div>
      )}
    </PublicPage>
  )
}
