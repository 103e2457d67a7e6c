import type { ReactNode } from 'react'
import { FieldError, tied } from '@/components/ui/field'
import { NativeTextArea } from '@/components/ui/typing/text-area-typed-early'
import { LetterEnd, type LetterHead, LetterHeadLines } from './letter-parts'

type Words = { value: string; hint?: ReactNode; error?: string | undefined }

type Props = LetterHead & {
  /** What is put on at its end: name and address, a line each. */
  from: readonly string[]
  salutation: string
  subject: Words
  body: Words
  signOff?: string
  /** What helps while writing, under the text: the count of words, whose id is `body-count`. */
  children?: ReactNode
}

/** The letter as a sheet whose `subject` and `body` are fields; belongs inside `#letter-form`. */
export function LetterToEdit({
  salutation,
  subject,
  body,
  from,
  signOff = 'Yours sincerely,',
  children,
  ...head
}: Props) {
  return (
    <div className="paper sheet">
      <div className="mb-6 hidden sm:block">
        <LetterHeadLines {...head} />
      </div>
      <p>{salutation}</p>
      <div className="mt-2 sm:mt-4">
        <Label id="subject" text="Subject" {...subject} />
        {/* Two lines, so that a long subject is seen whole; line ends in it are dropped when it is read. */}
        <NativeTextArea
          {...tied('subject', subject.hint, subject.error)}
          name="subject"
          rows={2}
          defaultValue={subject.value}
          maxLength={120}
          className="sheet-field field-sizing-content resize-none font-bold"
        />
      </div>
      <div className="mt-3 sm:mt-5">
        <Label id="body" text="Your letter" {...body} />
        <NativeTextArea
          {...tied('body', body.hint, body.error, children ? 'body-count' : undefined)}
          name="body"
          defaultValue={body.value}
          rows={22}
          maxLength={10_000}
          className="sheet-field field-sizing-content min-h-60"
        />
      </div>
      {children}
      <LetterEnd signOff={signOff} from={from} />
    </div>
  )
}

function Label({ id, text, hint, error }: { id: string; text: string } & Words) {
  return (
    <div className="mb-1.5 font-sans text-note">
      <label htmlFor={id} className="font-bold">
        {text}
      </label>
      {hint && (
        <div id={`${id}-hint`} className="text-muted">
          {hint}
        </div>
      )}
      {error && <FieldError id={id} message={error} />}
    </div>
  )
}
