import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pageTitle } from '@/app/_server/page-title'
import { publicContext } from '@/app/_server/request'
import { AskForLetter } from '@/app/(public)/ask-for-letter'
import { LetterAsSent } from '@/app/(public)/letter-as-sent'
import { nameOfLetter } from '@/app/(public)/name-of-letter'
import { PublicPage } from '@/app/(public)/public-page'
import { PageTitle } from '@/components/ui/page-title'
import { findCampaign } from '@/lib/content/find-campaign'
import { lastingLink } from '@/lib/kernel/secrets/tokens'
import { isTheirsToSend } from '@/lib/letters/printed/sent-by-writer'
import { type Printable, printable } from './printable'
import { SendItYourself } from './send-it-yourself'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string; token: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const campaign = await findCampaign(publicContext(), (await params).slug)
  const title = pageTitle({ step: 'Your letter', campaign: campaign?.content.title })
  return { title, robots: { index: false } }
}

/** The letter by itself on paper; on screen, with what to do. */
export default async function PrintPage({ params }: Props) {
  const { slug, token } = await params
  const ctx = publicContext()
  const found = await printable(ctx, slug, token)
  if (!found) notFound()
  if (found === 'closed') return <Closed token={token} />
  const { letter, written, seat, mp, note } = found
  const here = `/campaigns/${slug}/print/${token}`
  const isToSend = isTheirsToSend(letter) && !letter.sentByWriterAt
  return (
    <PublicPage letter={letter}>
      <div className="space-y-4 print:hidden">
        {isToSend ? <ToPost pdf={`${here}/letter.pdf`} /> : <ToRead pdf={`${here}/letter.pdf`} letter={letter} />}
        <p>
          <a className="link" href={`/letters/${await lastingLink(ctx, 'letter', letter.id)}`}>
            Back to where your letter is
          </a>
        </p>
      </div>
      <LetterAsSent
        written={written}
        mp={mp}
        constituency={seat?.name ?? ''}
        date={letter.acceptedAt ?? ctx.now()}
        note={note}
      />
      {isToSend && (
        <div className="space-y-10 print:hidden">
          <SendItYourself action={here} mp={mp} written={written} mayGoYet={letter.state === 'held'} />
        </div>
      )}
    </PublicPage>
  )
}

function ToPost({ pdf }: { pdf: string }) {
  return (
    <>
      <PageTitle>Print and post your letter</PageTitle>
      <ol className="max-w-measure list-decimal space-y-1 pl-6">
        <li>
          Print this page: only the letter goes on paper. Or{' '}
          <a className="link" href={pdf}>
            download it as a PDF
          </a>
          .
        </li>
        <li>Sign it above your name.</li>
        <li>Post it to the address that stands on the letter. A first-class stamp is enough.</li>
      </ol>
    </>
  )
}

/** It is not theirs to send: whoever prints it keeps it. */
function ToRead({ pdf, letter }: { pdf: string; letter: Printable['letter'] }) {
  return (
    <>
      <PageTitle>{nameOfLetter(letter)}</PageTitle>
      <p className="max-w-measure">
        {letter.acceptedAt || letter.sentByWriterAt
          ? 'As it went to your MP.'
          : 'As it goes to your MP, with the date on which it is sent.'}{' '}
        You can print this page: only the letter goes on paper. Or{' '}
        <a className="link" href={pdf}>
          download it as a PDF
        </a>
        .
      </p>
    </>
  )
}

function Closed({ token }: { token: string }) {
  return (
    <PublicPage>
      <PageTitle lead="A link that may have been passed on does not open it.">Your letter is for your eyes</PageTitle>
      <AskForLetter action={`/letters/${token}`} />
      <p>
        <a className="link" href={`/letters/${token}`}>
          See where your letter is
        </a>
      </p>
    </PublicPage>
  )
}
