import { Part } from '@/components/staff/part'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/choosing/select'
import { TextField } from '@/components/ui/typing/text-field'
import { BURST_MINUTES, UNSOLVED_MINUTES } from '@/lib/limits/puzzle/is-puzzle-asked'
import type * as forms from './form'
import { type PartState, Saved } from './part-state'

const times = [
  { value: 'never', label: 'Never' },
  { value: 'burst', label: 'While many letters come' },
  { value: 'always', label: 'Always' },
]

/** When browsers do a sum before a letter is sent, which makes thousands of them dear for a program. */
export function PuzzlePart({ values, errorOf, saved }: PartState<typeof forms.puzzle>) {
  return (
    <Part id="puzzle" heading="A sum against programs">
      <form id="puzzle-form" method="post" action="/staff/settings" className="space-y-6">
        {saved && <Saved>It counts within a few seconds, on every machine.</Saved>}
        <p className="max-w-measure">
          On the last page of a letter the browser works for a second or two by itself; there is nothing to read or to
          click, and nobody else is asked. Where scripts are off, or the browser cannot do it, the letter is taken all
          the same: its e-mail to confirm goes {UNSOLVED_MINUTES} minutes later, and the limits below say how many such
          letters one connection can send.
        </p>
        <Select
          name="when"
          label="When a sum is asked for"
          defaultValue={values.when}
          options={times}
          error={errorOf('when')}
        />
        <TextField
          name="most"
          label="What counts as many"
          hint={`Letters that came within ${BURST_MINUTES} minutes and were not confirmed yet: more than this are many.`}
          inputMode="numeric"
          autoComplete="off"
          width="postcode"
          defaultValue={values.most}
          error={errorOf('most')}
        />
        <Button name="do" value="puzzle">
          Save when a sum is asked for
        </Button>
      </form>
    </Part>
  )
}
