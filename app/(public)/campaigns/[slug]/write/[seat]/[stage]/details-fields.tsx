import type { LetterDraft } from '@/app/_server/letter/posted-draft'
import { EmailSlip } from '@/components/letter/email-slip'
import { Checkbox } from '@/components/ui/choosing/checkbox'
import { TextField } from '@/components/ui/typing/text-field'

type Props = {
  draft: LetterDraft
  errorOf: (field: string) => string | undefined
  /** The exact wording of the consent to updates. */
  consent: string
  mp: string
}

/** Each field says why it is asked, where that is not plain, and what a browser may fill in. */
export function DetailsFields({ draft, errorOf, consent, mp }: Props) {
  return (
    <div className="space-y-6">
      <TextField name="name" label="Full name" autoComplete="name" defaultValue={draft.name} error={errorOf('name')} />
      <div>
        <TextField
          name="email"
          type="email"
          label="E-mail address"
          hint={`For one e-mail to confirm, and for the answer from ${mp}.`}
          autoComplete="email"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={draft.email}
          error={errorOf('email')}
        />
        <EmailSlip field="email" />
      </div>
      <TextField
        name="address1"
        label="Address line 1"
        hint="House number and street"
        autoComplete="address-line1"
        defaultValue={draft.address1}
        error={errorOf('address1')}
      />
      <TextField
        name="address2"
        label="Address line 2"
        autoComplete="address-line2"
        defaultValue={draft.address2}
        error={errorOf('address2')}
        optional
      />
      <TextField
        name="town"
        label="Town or city"
        width="half"
        autoComplete="address-level2"
        defaultValue={draft.town}
        error={errorOf('town')}
      />
      <TextField
        name="postcode"
        label="Postcode"
        hint="Of your home in the UK. If you live abroad, of your last home here"
        width="postcode"
        autoComplete="postal-code"
        autoCapitalize="characters"
        spellCheck={false}
        defaultValue={draft.postcode}
        error={errorOf('postcode')}
      />
      <Checkbox name="updates" label={consent} checked={draft.updates} />
      <div className="trap" aria-hidden="true">
        <label htmlFor="nothing">Leave this empty</label>
        <input id="nothing" name="nothing" type="text" tabIndex={-1} autoComplete="off" />
      </div>
    </div>
  )
}
