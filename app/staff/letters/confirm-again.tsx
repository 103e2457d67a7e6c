import type { StateOf } from '@/app/_server/forms/form-answer'
import { Button } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { Notice } from '@/components/ui/notice'
import { TextField } from '@/components/ui/typing/text-field'
import { counted } from '@/lib/kernel/text'
import type { confirmAgain } from './form'

/** Sends the e-mail to confirm again, for somebody who says that none came. */
export function ConfirmAgain({ left }: { left: StateOf<typeof confirmAgain> | null }) {
  return (
    <Details id="confirm-again" look="plain" summary="The e-mail to confirm never came?" open={left !== null}>
      <div className="max-w-[46rem] space-y-4">
        {left?.done && <Sent letters={left.done.again} />}
        <p>
          Somebody who asks you gets it again here, with a link and a code, for the letters that wait to be confirmed
          with their address. That you did it stands in the audit, without the address.
        </p>
        <form
          id="confirm-again-form"
          method="post"
          action="/staff/letters"
          className="flex flex-wrap items-end gap-x-6 gap-y-4"
        >
          <TextField
            name="email"
            type="email"
            label="Their e-mail address"
            width="half"
            autoComplete="off"
            inputMode="email"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={left?.done ? '' : left?.values.email}
            error={left?.faults.find(({ field }) => field === 'email')?.message}
          />
          <Button look="second" name="do" value="confirm-again">
            Send it again
          </Button>
        </form>
      </div>
    </Details>
  )
}

function Sent({ letters }: { letters: number }) {
  if (letters === 0) return <Notice heading="No letter waits to be confirmed with that address" />
  return (
    <Notice look="done" heading={`${counted(letters, 'e-mail')} to confirm ${letters === 1 ? 'goes' : 'go'} again`}>
      <p>Unless the mailbox has had what it may get for now, or its owner has asked for no more.</p>
    </Notice>
  )
}
