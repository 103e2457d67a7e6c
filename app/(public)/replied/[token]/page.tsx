import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { countNextSteps } from '@/app/_server/count-next-step'
import { posted, publicContext } from '@/app/_server/request'
import { linkedLetter, linkedTitle } from '@/app/(public)/linked-letter'
import { PublicPage } from '@/app/(public)/public-page'
import { ToCampaign } from '@/app/(public)/to-campaign'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { Unbroken } from '@/components/ui/unbroken'
import { WholeName } from '@/components/ui/whole-name'
import { campaignSlugOf, versionContent } from '@/lib/content/find-campaign'
import { findSeat } from '@/lib/directory/lookup'
import { shareCode } from '@/lib/figures/sources/share-code'
import { lastingLink } from '@/lib/kernel/secrets/tokens'
import { longDate } from '@/lib/kernel/text'
import { mayBeChased } from '@/lib/letters/chasing/may-be-chased'
import { findReply } from '@/lib/letters/find-reply'
import { findOwnAnswer } from '@/lib/letters/mp-answers/own-answer'
import { stepsFor } from '@/lib/letters/next-steps/steps-for'
import { mpOfLetter } from '@/lib/letters/proof/mp-of-letter'
import { answerNamed } from '@/lib/letters/reply-answers'
import { Answered } from './answered'
import { form } from './form'
import { Question } from './question'
import { SaidAnswer } from './said-answer'

export const dynamic = 'force-dynamic'

type Props = {
  params: Promise<{ token: string }>
  searchParams: Promise<Partial<Record<'answer' | 'change' | 'done', string | string[]>>>
}

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return params.then(({ token }) => linkedTitle('Has your MP replied?', 'replied', token))
}

/** The follow-up question. Opening a link answers nothing: the button does. */
export default async function RepliedPage({ params, searchParams }: Props) {
  const { token } = await params
  const asked = await searchParams
  const ctx = publicContext()
  const { letter } = await linkedLetter('replied', token)
  if (!letter) notFound()
  const [seat, mp, recorded, content, slug, code, chase] = await Promise.all([
    findSeat(ctx, letter.constituencyCode),
    mpOfLetter(ctx, letter),
    findReply(ctx, letter.id),
    versionContent(ctx, letter.versionId),
    campaignSlugOf(ctx, letter.campaignId),
    shareCode(ctx, letter.id),
    mayBeChased(ctx, letter),
  ])
  const { faults = [], values = null } = posted(form) ?? {}
  const stopped = letter.unsubscribedAt !== null
  const chosen = typeof asked.answer === 'string' ? answerNamed(asked.answer) : null
  // Another answer than the recorded one, from the e-mail or by the way to change it, is asked about again.
  const answered =
    asked.change || faults.some(({ field }) => field === 'answer') || (chosen && chosen !== recorded) ? null : recorded
  const steps = answered ? await stepsFor(ctx, { letter, slug, seat, reply: answered }) : []
  countNextSteps('shown', letter.campaignId, steps)
  const at = `/replied/${token}`
  const sent = letter.acceptedAt ? ` of ${longDate(letter.acceptedAt)}` : ''
  const mpName = mp?.name ?? 'your MP'
  return (
    <PublicPage letter={letter}>
      <ErrorSummary faults={faults} />
      {stopped && (
        <Notice look="done" heading="We will not ask again">
          <p>You get no more questions about this letter, and no updates.</p>
          {!answered && <ToCampaign slug={slug} />}
        </Notice>
      )}
      <PageTitle
        lead={
          <>
            <Unbroken>{`To your letter${sent} to`}</Unbroken> <WholeName>{`${mpName},`}</WholeName> for {seat?.name}.
          </>
        }
      >
        Has your MP replied?
      </PageTitle>
      {answered ? (
        <Answered
          at={at}
          answer={answered}
          mpName={mpName}
          steps={steps}
          said={
            answered === 'real-answer' && (
              <SaidAnswer
                at={at}
                mpName={mpName}
                own={await findOwnAnswer(ctx, letter.id)}
                typed={values}
                faults={faults}
                justSaid={asked.done === 'said'}
              />
            )
          }
          chase={chase}
          secondAt={chase.kind === 'done' ? `/letters/${await lastingLink(ctx, 'letter', chase.letterId)}` : null}
          share={{ text: content.share.text, slug, ...(seat && { own: { code, seat } }) }}
        />
      ) : (
        <Question at={at} chosen={chosen} error={faults[0]?.message} />
      )}
      {!answered && !stopped && (
        <form id="stop-form" method="post" action={at}>
          <Button look="quiet" name="answer" value="stop">
            Do not ask me again
          </Button>
        </form>
      )}
    </PublicPage>
  )
}
