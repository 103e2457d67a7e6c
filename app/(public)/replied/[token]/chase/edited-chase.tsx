import { AsWritten } from '@/components/letter/as-written'
import { Button } from '@/components/ui/button'
import { ErrorSummary, type Fault } from '@/components/ui/error-summary'
import { PageTitle } from '@/components/ui/page-title'
import { TextArea } from '@/components/ui/typing/text-area'
import { TextField } from '@/components/ui/typing/text-field'
import { WholeName } from '@/components/ui/whole-name'
import { SUBJECT_MOST } from '@/lib/content/letter-limits'
import type { Mp } from '@/lib/directory/lookup'
import { longDate } from '@/lib/kernel/text'
import type { Unanswered } from '@/lib/letters/chasing/may-be-chased'
import type { LetterWords } from '@/lib/letters/input'
import { salutation } from '@/lib/writing/salutation'

type Props = {
  at: string
  backTo: string
  first: Unanswered
  mp: Mp
  words: LetterWords
  faults: readonly Fault[]
}

/** The second letter to be edited, with what follows it. */
export function EditedChase({ at, backTo, first, mp, words, faults }: Props) {
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.message
  return (
    <>
      <ErrorSummary faults={faults} />
      <PageTitle
        lead={`A short second letter, with your letter of ${longDate(first.acceptedAt)} below it. It can be sent once.`}
      >
        Write to <WholeName>{mp.name}</WholeName> once more
      </PageTitle>
      <form id="chase-form" method="post" action={at} className="space-y-6">
        <TextField
          name="subject"
          label="Subject"
          autoComplete="off"
          defaultValue={words.subject}
          maxLength={SUBJECT_MOST}
          error={faultOf('subject')}
        />
        <TextArea
          name="body"
          label="Your second letter"
          hint={`Change it as you like. “${salutation(mp.name)},” stands above it.`}
          rows={7}
          defaultValue={words.body}
          error={faultOf('body')}
        />
        <section aria-labelledby="first" className="max-w-measure border-l-2 border-hair pl-4">
          <h2 id="first" className="text-h3">
            Below it: your letter of {longDate(first.acceptedAt)}
          </h2>
          <p dir="auto" className="mt-2 text-muted whitespace-pre-line wrap-anywhere">
            {first.text.body}
          </p>
        </section>
        <AsWritten />
        <Button name="act" value="check" arrow>
          Check the letter
        </Button>
      </form>
      <p>
        <a className="link" href={backTo}>
          Do not write once more
        </a>
      </p>
    </>
  )
}
