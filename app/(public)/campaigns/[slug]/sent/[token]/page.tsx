import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { currentExchange } from '@/app/_server/exchange'
import { answerWith, posted, publicContext } from '@/app/_server/request'
import { ClearDraft } from '@/components/letter/clear-draft'
import { findSeat } from '@/lib/directory/lookup'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { findLetter } from '@/lib/letters/find'
import { CheckYourEmail } from './check-your-email'
import { form } from './form'
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
  const done = posted(form)?.done
  if (link.expired && !done) answerWith(410)
  const letter = link.letterId && !link.expired ? await findLetter(ctx, link.letterId) : null
  return (
    <CheckYourEmail
      letter={letter}
      seat={letter && (await findSeat(ctx, letter.constituencyCode))}
      email={letter?.person?.email ?? null}
      goesAt={letter?.mailedAt && letter.mailedAt > ctx.now() ? letter.mailedAt : null}
      said={done && done !== 'gone' ? resentWords(done, currentExchange().retryAt) : null}
      resend={{ method: 'post', action: `/campaigns/${slug}/sent/${token}` }}
    >
      <ClearDraft slug={slug} />
    </CheckYourEmail>
  )
}
