import { Part } from '@/components/staff/part'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/typing/text-area'
import type * as forms from './form'
import { type PartState, Saved } from './part-state'

/** The words that hold a letter for a person to look at. */
export function HeldWordsPart({ values, errorOf, saved }: PartState<typeof forms.heldWords>) {
  return (
    <Part id="held-words" heading="Words that hold a letter">
      <form id="held-words-form" method="post" action="/staff/settings" className="space-y-6">
        {saved && <Saved>Letters that are confirmed from now on are held to this list.</Saved>}
        <TextArea
          name="words"
          label="Words and phrases"
          hint="One on each line. A letter in which one stands, as a whole word, is held when it is confirmed, until a person of the team has looked at it under Letters. Its writer is told so."
          rows={8}
          spellCheck={false}
          defaultValue={values.words}
          error={errorOf('words')}
        />
        <Button name="do" value="held-words">
          Save the list
        </Button>
      </form>
    </Part>
  )
}
