import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { currentExchange } from '@/app/_server/exchange'
import { pageTitle } from '@/app/_server/page-title'
import { answerWith, posted, publicContext } from '@/app/_server/request'
import { linkedLetter } from '@/app/(public)/linked-letter'
import { resentWords } from '@/app/(public)/resent-words'
import { WriteAgain } from '@/app/(public)/write-again'
import { ClearDraft } from '@/components/letter/clear-draft'
import { ForgetQuery } from '@/components/letter/forget-query'
import { findCampaign, versionContent } from '@/lib/content/find-campaign'
import { shareTextFor } from '@/lib/content/texts-by-fate'
import { findSeat } from '@/lib/directory/lookup'
import { confirmationsLate, IN_TIME } from '@/lib/messages/to-writer/confirmations-late'
import { emailSlip } from '@/lib/supporters/email-slip'
import { webmailOf } from '@/lib/supporters/webmail'
import { CheckYourEmail, RUN_OUT } from './check-your-email'
import { ConfirmCode } from './confirm-code'
import { form } from './form'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string; token: string }>; searchParams: Promise<{ done?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, token } = await params
  const campaign = await findCampaign(publicContext(), slug)
  const { link, letter } = await linkedLetter('sent', token)
  const step = letter?.person && !link?.expired ? 'Check your e-mail' : RUN_OUT
  const title = pageTitle({ step, campaign: campaign?.content.title })
  return { title, robots: { index: false } }
}

/** "Check your e-mail": the same for everyone, whether or not they have signed before. */
export default async function SentPage({ params, searchParams }: Props) {
  const { slug, token } = await params
  const ctx = publicContext()
  const { link, letter: found } = await linkedLetter('sent', token)
  if (!link) notFound()
  const here = `/campaigns/${slug}/sent/${token}`
  const left = posted(form)
  const done = left ? left.done : (await searchParams).done === 'asked' && !link.expired ? 'asked' : null
  if (link.expired && !done) answerWith(410)
  const letter = link.expired ? null : found
  const values: { email?: string; code?: string } = left?.values ?? {}
  const at = { method: 'post' as const, action: here }
  // Whatever became of the letter, the page answers a new address alike.
  const email = letter?.person ? (done === 'changed' && values.email) || letter.person.email : null
  const late = email ? await confirmationsLate(ctx) : IN_TIME
  const content = letter && (await versionContent(ctx, letter.versionId))
  return (
    <CheckYourEmail
      letter={letter}
      seat={letter && (await findSeat(ctx, letter.constituencyCode))}
      email={email}
      slip={email && emailSlip(email)}
      webmail={email ? webmailOf(email, ctx.env.mailFrom) : null}
      goesAt={letter?.mailedAt && letter.mailedAt > ctx.now() ? letter.mailedAt : null}
      late={late}
      said={done && done !== 'gone' ? resentWords(done, currentExchange().retryAt, late) : null}
      isSpent={done === 'spent'}
      faults={left?.faults}
      typed={values.email}
      resend={at}
      code={
        <ConfirmCode
          form={at}
          typed={values.code}
          error={left?.faults.find(({ field }) => field === 'code')?.message}
        />
      }
      meanwhile={
        content && { campaign: slug, shareText: shareTextFor(content, null), reminder: `${here}/reminder.ics` }
      }
    >
      {(!email || done === 'changes-spent') && <WriteAgain slug={slug} />}
      {!left && done && <ForgetQuery />}
      <ClearDraft slug={slug} />
    </CheckYourEmail>
  )
}
