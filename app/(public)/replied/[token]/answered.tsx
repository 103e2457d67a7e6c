import { Share } from '@/app/(public)/share'
import { Notice } from '@/components/ui/notice'
import type { ReplyAnswer } from '@/db/schema/index'
import { answerLabel } from '@/lib/letters/reply-answers'

type Props = {
  /** The question's own address. */
  at: string
  answer: ReplyAnswer
  share: Parameters<typeof Share>[0]
}

/** What was answered, how to change it, and what can be done next. */
export function Answered({ at, answer, share }: Props) {
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
      <Share {...share} />
    </>
  )
}
