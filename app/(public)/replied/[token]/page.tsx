import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { posted, publicContext } from '@/app/_server/request'
import { PublicPage } from '@/app/(public)/public-page'
import { Button } from '@/components/ui/button'
import { Choices } from '@/components/ui/choosing/choices'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import type { ReplyAnswer } from '@/db/schema/index'
import { findSeat } from '@/lib/directory/lookup'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { longDate } from '@/lib/kernel/text'
import { findLetter } from '@/lib/letters/find'
import { form } from './form'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Has your MP replied?', robots: { index: false } }

const ANSWERS: { value: ReplyAnswer; label: string }[] = [
  { value: 'real-answer', label: 'Yes, a real answer' },
  { value: 'acknowledgement', label: 'Only an acknowledgement' },
  { value: 'no', label: 'No' },
  { value: 'not-expected', label: 'I did not expect one' },
]

/** The follow-up question. Opening the link answers nothing: the button does. */
export default async function RepliedPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const ctx = publicContext()
  const link = await readLink(ctx, 'replied', token)
  const letter = link?.letterId ? await findLetter(ctx, link.letterId) : null
  if (!letter) notFound()
  const seat = await findSeat(ctx, letter.constituencyCode)
  const { done = null, faults = [] } = posted(form) ?? {}
  const sent = letter.acceptedAt ? ` of ${longDate(letter.acceptedAt)}` : ''
  return (
    <PublicPage letter={letter}>
      <ErrorSummary faults={faults} />
      {done === 'stopped' && (
        <Notice look="done" heading="We will not ask again">
          <p>You get no more questions about this letter, and no updates.</p>
        </Notice>
      )}
      {done && done !== 'stopped' && (
        <Notice look="done" heading="Thank you">
          <p>Your answer is recorded. You can change it below.</p>
        </Notice>
      )}
      <PageTitle lead={`To your letter${sent} to ${seat?.mp?.name ?? 'your MP'}, for ${seat?.name}.`}>
        Has your MP replied?
      </PageTitle>
      <form id="replied-form" method="post" action={`/replied/${token}`} className="space-y-6">
        <Choices
          name="answer"
          kind="radio"
          legend="What have you had?"
          choices={ANSWERS}
          chosen={done ? [done] : []}
          error={faults[0]?.message}
        />
        <Button>Send my answer</Button>
      </form>
      <form id="stop-form" method="post" action={`/replied/${token}`}>
        <Button look="quiet" name="answer" value="stop">
          Do not ask me again
        </Button>
      </form>
    </PublicPage>
  )
}
