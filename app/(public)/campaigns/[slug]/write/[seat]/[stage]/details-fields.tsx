import type { LetterDraft } from '@/app/_server/letter/posted-draft'
import { EmailSlip } from '@/components/letter/email-slip'
import { Checkbox } from '@/components/ui/choosing/checkbox'
import { Choices } from '@/components/ui/choosing/choices'
import { Details } from '@/components/ui/details'
import { TextArea } from '@/components/ui/typing/text-area'
import { TextField } from '@/components/ui/typing/text-field'
import type { ConsentAsked } from '@/lib/content/consent-asked'

type Props = {
  draft: LetterDraft
  errorOf: (field: string) => string | undefined
  /** The exact wording of the consent to updates, and how it is asked. */
  consent: ConsentAsked
  /** What a telephone number is good for; where the campaign does not say it, none is asked for. */
  phoneHint?: string | undefined
}

/** The fields of a draft that stand here, so that nothing carries them unseen beside. */
export const DETAILS = [
  'name',
  'email',
  'address1',
  'address2',
  'town',
  'postcode',
  'abroad',
  'phone',
  'refusable',
  'updates',
  'nothing',
] as const

/** Each field says why it is asked, where that is not plain, and what a browser may fill in. */
export function DetailsFields({ draft, errorOf, consent, phoneHint }: Props) {
  // What is wrong with one of them needs the room of both.
  const isWrong = (errorOf('town') ?? errorOf('postcode')) !== undefined
  return (
    <div className="space-y-4 sm:space-y-5">
      <TextField name="name" label="Full name" autoComplete="name" defaultValue={draft.name} error={errorOf('name')} />
      <div>
        <TextField
          name="email"
          type="email"
          label="E-mail address"
          hint="To confirm, and for your MP’s answer."
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
      <div className="flex max-w-measure flex-wrap gap-x-4 gap-y-4 sm:gap-y-6">
        <div className={`min-w-0 flex-1 ${isWrong ? 'basis-full' : 'basis-36'}`}>
          <TextField
            name="town"
            label="Town or city"
            width="half"
            autoComplete="address-level2"
            defaultValue={draft.town}
            error={errorOf('town')}
          />
        </div>
        <div className={`min-w-0 flex-1 ${isWrong ? 'basis-full' : 'basis-32'}`}>
          <TextField
            name="postcode"
            label="Postcode"
            width="postcode"
            autoComplete="postal-code"
            autoCapitalize="characters"
            spellCheck={false}
            defaultValue={draft.postcode}
            error={errorOf('postcode')}
          />
        </div>
      </div>
      <LivesAbroad typed={draft.abroad} error={errorOf('abroad')} />
      {phoneHint && (
        <TextField
          name="phone"
          type="tel"
          label="Telephone number"
          hint={`${phoneHint} It stands in the letter.`}
          width="half"
          autoComplete="tel"
          inputMode="tel"
          defaultValue={draft.phone}
          error={errorOf('phone')}
          optional
        />
      )}
      <Updates consent={consent} answered={draft.updates} error={errorOf('updates')} />
      <div className="trap" aria-hidden="true">
        <label htmlFor="nothing">Leave this empty</label>
        <input id="nothing" name="nothing" type="text" tabIndex={-1} autoComplete="off" />
      </div>
    </div>
  )
}

/** Nothing is ticked or chosen for anybody. */
function Updates({
  consent,
  answered,
  error,
}: Pick<Props, 'consent'> & { answered: string; error?: string | undefined }) {
  const [asked, agreed] = firstSentence(consent.wording)
  const more = agreed && <span className="block text-note leading-snug">{agreed}</span>
  if (consent.kind === 'soft-opt-in') {
    return (
      <div className="max-w-measure space-y-3">
        <p>
          <span className="block">{asked}</span> {more}
        </p>
        <input type="hidden" name="refusable" value={consent.version} />
        <Checkbox name="updates" value="no" label={consent.refusal} checked={answered === 'no'} />
      </div>
    )
  }
  if (consent.kind === 'box') {
    return <Checkbox name="updates" label={asked} hint={more} checked={answered === 'yes'} />
  }
  return (
    <Choices
      name="updates"
      kind="radio"
      legend={asked}
      hint={more}
      error={error}
      choices={YES_OR_NO}
      chosen={[answered]}
    />
  )
}

const YES_OR_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]

/** Who votes from abroad is registered where they last lived: that address shows whose constituent they are. */
function LivesAbroad({ typed, error }: { typed: string; error: string | undefined }) {
  return (
    <Details look="plain" summary="I live abroad now" open={typed !== '' || error !== undefined}>
      <TextArea
        name="abroad"
        label="Where you live at present"
        hint="With the country. Above, give the UK address that you are registered to vote at: both stand in the letter."
        rows={3}
        autoComplete="street-address"
        defaultValue={typed}
        error={error}
        optional
      />
    </Details>
  )
}

/** A wording's first sentence, and the rest. */
function firstSentence(wording: string): [string, string] {
  const end = wording.search(/[.!?]\s/) + 1
  return end > 0 ? [wording.slice(0, end), wording.slice(end).trim()] : [wording, '']
}
