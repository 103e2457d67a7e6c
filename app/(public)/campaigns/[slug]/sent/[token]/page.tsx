import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { answerWith, postedForm, publicContext } from '@/app/_server/request'
import { PublicPage } from '@/app/(public)/public-page'
import { ClearDraft } from '@/components/letter/clear-draft'
import { Stages } from '@/components/letter/stages'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { readLink } from '@/lib/kernel/tokens'
import { findLetter } from '@/lib/letters/find'
import { resentWords } from './resent-words'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Check your e-mail', robots: { index: false } }

type Props = { params: Promise<{ slug: string; token: string }> }

/** "Check your e-mail": the same for everyone, whether or not they have signed before. */
export default async function SentPage({ params }: Props) {
  const { slug, token } = await params
  const ctx = publicContext()
  const link = await readLink(ctx, 'sent', token)
  if (!link) notFound()
  const posted = postedForm('resend')
  if (link.expired && !posted) answerWith(410)
  const letter = link.letterId && !link.expired ? await findLetter(ctx, link.letterId) : null
  const words = posted?.done ? resentWords(posted.done) : null
  return (
    <PublicPage letter={letter}>
      <Stages at="confirm" />
      {words && (
        <Notice look={words.look} heading={words.heading}>
          <p>{words.text}</p>
        </Notice>
      )}
      <PageTitle>Now check your e-mail</PageTitle>
      {letter?.person ? (
        <>
          <p className="max-w-measure text-lead">
            We have sent a link to <strong className="break-all">{letter.person.email}</strong>. Open it and press the
            button: only then does your letter go.
          </p>
          <div className="max-w-measure space-y-3">
            <h2 className="text-h3">Nothing there?</h2>
            <p>It can take a minute or two. Look in your spam or junk folder as well. The link works for seven days.</p>
          </div>
          <form id="resend-form" method="post" action={`/campaigns/${slug}/sent/${token}`}>
            <Button look="second">Send the e-mail again</Button>
          </form>
        </>
      ) : (
        <p className="max-w-measure">
          This page has run out. If you have not confirmed your letter yet, please write it again.
        </p>
      )}
      <ClearDraft slug={slug} />
    </PublicPage>
  )
}
