import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { currentExchange } from '@/app/_server/exchange'
import { answerWith, posted, publicContext } from '@/app/_server/request'
import { NotCounted } from '@/app/(public)/not-counted'
import { ClearDraft } from '@/components/letter/clear-draft'
import { findSeat } from '@/lib/directory/lookup'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { findLetter } from '@/lib/letters/find'
import { CheckYourEmail } from './check-your-email'
import { ConfirmCode } from './confirm-code'
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
  const state = posted(form)
  const done = state?.done
  if (done === 'taken' || done === 'full') return <NotCounted why={done} />
  if (link.expired && !done) answerWith(410)
  const letter = link.letterId && !link.expired ? await findLetter(ctx, link.letterId) : null
  const at = { method: 'post' as const, action: `/campaigns/${slug}/sent/${token}` }
  return (
    <CheckYourEmail
      letter={letter}
      seat={letter && (await findSeat(ctx, letter.constituencyCode))}
      email={letter?.person?.email ?? null}
      goesAt={letter?.mailedAt && letter.mailedAt > ctx.now() ? letter.mailedAt : null}
      said={done && done !== 'gone' ? resentWords(done, currentExchange().retryAt) : null}
      faults={state?.faults}
      resend={at}
    >
      {letter?.person && (
        <ConfirmCode
          form={at}
          typed={state && 'code' in state.values ? state.values.code : undefined}
          error={state?.faults.find(({ field }) => field === 'code')?.message}
        />
      )}
      <ClearDraft slug={slug} />
    </CheckYourEmail>
  )
}
