import { Button } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { TextField } from '@/components/ui/typing/text-field'

type Props = {
  /** Where it leads. */
  form: { method: 'get' | 'post'; action: string }
  /** Carried on by the preview, whose pages are of a seat. */
  seat?: string | undefined
  typed?: string | undefined
  error?: string | undefined
}

/** For those who cannot open a link: the six digits from the same e-mail, which confirm as its button does. */
export function ConfirmCode({ form, seat, typed, error }: Props) {
  return (
    <Details summary="Cannot open the link? Type the code instead" open={error !== undefined}>
      <form id="code-form" method={form.method} action={form.action} className="space-y-4">
        {seat && <input type="hidden" name="seat" value={seat} />}
        <TextField
          name="code"
          label="Code from the e-mail"
          hint="Six digits. It confirms that the letter is yours, as the button behind the link does."
          width="postcode"
          inputMode="numeric"
          autoComplete="one-time-code"
          defaultValue={typed}
          error={error}
        />
        <Button>Confirm with the code</Button>
      </form>
    </Details>
  )
}
