import type { ReactNode } from 'react'
import { NextSteps } from '@/app/(public)/next-steps'
import { Share } from '@/app/(public)/share'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { WholeName } from '@/components/ui/whole-name'
import type { ReplyAnswer } from '@/db/schema/index'
import type { Chase } from '@/lib/letters/chasing/may-be-chased'
import type { ShownStep } from '@/lib/letters/next-steps/steps-for'
import { answerLabel } from '@/lib/letters/reply-answers'
import { whyNotWords } from './why-not-chased'

type Props = {
  /** The question's own address. */
  at: string
  answer: ReplyAnswer
  mpName: string
  chase: Chase
  /** The page of the second letter, where there is one. */
  secondAt: string | null
  /** What its writer can do next. */
  steps: readonly ShownStep[]
  /** What the MP answered, where there was an answer. */
  said: ReactNode
  share: Parameters<typeof Share>[0]
}

/** What was answered, how to change it, and what fits next: first to chase, where nothing but silence came, else to share. */
export function Answered({ at, answer, mpName, chase, secondAt, steps, said, share }: Props) {
  return (
    <>
      <Notice look="done" heading="Thank you: your answer is recorded">
        <p>
          You answered “{answerLabel(answer)}”.{' '}
          <a className="link" href={`${at}?change=1`}>
            Change my answer
          </a>
        </p>
      </Notice>
      {secondAt ? (
        <p>
          You have written once more.{' '}
          <a className="link font-semibold" href={secondAt}>
            See where your second letter is
          </a>
        </p>
      ) : (
        ['no', 'acknowledgement'].includes(answer) && <WriteAgain at={at} mpName={mpName} chase={chase} />
      )}
      {said}
      <NextSteps
        steps={steps}
        share={
          <div className="space-y-2">
            <Share {...share} />
            <p className="max-w-measure text-muted">
              This page is yours alone. Give others the link above, and not this page’s address.
            </p>
          </div>
        }
      />
    </>
  )
}

function WriteAgain({ at, mpName, chase }: { at: string; mpName: string; chase: Chase }) {
  return (
    <section aria-labelledby="again" className="max-w-measure space-y-4">
      <h2 id="again" className="text-h2">
        {chase.kind === 'can' ? (
          <>
            Write to <WholeName>{mpName}</WholeName> once more
          </>
        ) : (
          'A second letter'
        )}
      </h2>
      {chase.kind === 'can' ? (
        <>
          <p>
            Offices get many letters, and some are overlooked. You can send one short letter more, with your first below
            it. It is ready for you to change.
          </p>
          <ButtonLink href={`${at}/chase`} arrow>
            See the second letter
          </ButtonLink>
        </>
      ) : (
        chase.kind === 'cannot' && <p>{whyNotWords(chase.why, mpName)}</p>
      )}
    </section>
  )
}
