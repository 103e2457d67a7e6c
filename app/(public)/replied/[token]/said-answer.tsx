import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choosing/checkbox'
import type { Fault } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { TextArea } from '@/components/ui/typing/text-area'
import { WholeName } from '@/components/ui/whole-name'
import type { OwnAnswer } from '@/lib/letters/mp-answers/own-answer'
import { QUOTE_CONSENT } from '@/lib/letters/mp-answers/quote-consent'

type Props = {
  at: string
  mpName: string
  /** What stands. */
  own: OwnAnswer | null
  /** What was just typed and has a fault. */
  typed: { said?: string; quote?: string } | null
  faults: readonly Fault[]
  justSaid: boolean
}

/** What the MP answered, for the team to read; with leave to quote it or not, both taken back where they were given. */
export function SaidAnswer({ at, mpName, own, typed, faults, justSaid }: Props) {
  return (
    <section aria-labelledby="what" className="max-w-measure space-y-4">
      <h2 id="what" className="text-h2">
        What did <WholeName>{mpName}</WholeName> answer?
      </h2>
      {justSaid && own && (
        <Notice look="done" heading="The team can read it now">
          <p>{own.quote ? 'You said that it may be quoted.' : 'It will not be quoted.'} You can change that below.</p>
        </Notice>
      )}
      <form id="said-form" method="post" action={at} className="space-y-5">
        <TextArea
          name="said"
          label="In the MP’s words, or in yours"
          hint="Our team reads it to learn where MPs stand. Leave out what is about you alone. It is kept as long as your name, and no longer than until you take it back."
          rows={6}
          defaultValue={typed?.said ?? own?.said ?? ''}
          error={faults.find(({ field }) => field === 'said')?.message}
        />
        <Checkbox
          name="quote"
          label={QUOTE_CONSENT.wording}
          checked={typed?.said === undefined ? Boolean(own?.quote) : typed.quote === 'yes'}
        />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button name="act" value="say">
            {own ? 'Change it' : 'Tell the team'}
          </Button>
          {own && (
            <Button look="quiet" name="act" value="take-back">
              Take it back
            </Button>
          )}
        </div>
      </form>
    </section>
  )
}
