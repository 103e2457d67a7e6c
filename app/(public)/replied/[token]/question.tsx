import { Button, ButtonLink } from '@/components/ui/button'
import { FieldError, tied } from '@/components/ui/field'
import type { ReplyAnswer } from '@/db/schema/index'
import { answerLabel, answersToChoose } from '@/lib/letters/reply-answers'

type Props = {
  /** The question's own address, without an answer. */
  at: string
  /** The answer whose link was opened: its button is the only one. */
  chosen: ReplyAnswer | null
  error: string | undefined
}

/** A button for each answer, or one for the answer that was pressed in the e-mail: either way one press answers. */
export function Question({ at, chosen, error }: Props) {
  if (chosen) {
    return (
      <form id="replied-form" method="post" action={at} className="space-y-4">
        <p className="max-w-measure text-lead">
          Your answer: <strong>{answerLabel(chosen)}</strong>
        </p>
        <div className="flex flex-wrap gap-4">
          <Button name="answer" value={chosen}>
            Send this answer
          </Button>
          <ButtonLink look="second" href={`${at}?change=1`}>
            Another answer
          </ButtonLink>
        </div>
      </form>
    )
  }
  const { id, ...described } = tied('answer', null, error)
  return (
    <form id="replied-form" method="post" action={at}>
      <fieldset aria-describedby={described['aria-describedby']}>
        <legend className="text-h3">Press the answer that fits</legend>
        {error && <FieldError id={id} message={error} />}
        <ul className="mt-3 max-w-[24rem] space-y-3">
          {answersToChoose.map(({ value, label }, place) => (
            <li key={value}>
              <Button
                look="second"
                id={place === 0 ? id : `${id}-${value}`}
                name="answer"
                value={value}
                className="w-full"
                aria-describedby={described['aria-describedby']}
              >
                {label}
              </Button>
            </li>
          ))}
        </ul>
      </fieldset>
    </form>
  )
}
