import type { FieldsOf } from '@/app/_server/forms/form-answer'
import { Part } from '@/components/staff/part'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choosing/checkbox'
import { TextField } from '@/components/ui/typing/text-field'
import type * as forms from './form'
import { type PartState, Saved } from './part-state'

const figures: { name: Exclude<FieldsOf<typeof forms.reviewRules>, 'address'>; label: string; hint?: string }[] = [
  {
    name: 'alike',
    label: 'Letters to one MP of nearly the same own words',
    hint: 'So many go; the next are held. Only what goes beyond the campaign’s wording is compared, and only from 25 words.',
  },
  { name: 'alikePercent', label: 'From how much alike they count as that, in per cent', hint: 'From 20 to 100.' },
  {
    name: 'networkTenMinutes',
    label: 'Letters from one network in ten minutes',
    hint: 'A school, an office or a mobile network can be one: too low a figure holds honest letters. Those that a rule has held are found by it under Letters, and released together.',
  },
  { name: 'networkHour', label: 'Letters from one network in an hour' },
  { name: 'networkDay', label: 'Letters from one network in a day' },
  {
    name: 'mailDomainDay',
    label: 'Letters with e-mail addresses of one unusual domain in a day',
    hint: 'Big providers, universities, schools and public bodies do not count.',
  },
  { name: 'burstHour', label: 'Letters to one MP in an hour' },
]

/** The names of the figures among the rules. */
export const reviewFigures = figures.map(({ name }) => name)

/** The figures from which on letters are held for a person to look at. */
export function ReviewRulesPart({ values, errorOf, saved }: PartState<typeof forms.reviewRules>) {
  return (
    <Part id="review-rules" heading="Rules that hold a letter">
      <form id="review-rules-form" method="post" action="/staff/settings" className="space-y-6">
        {saved && <Saved>Letters that are confirmed from now on are held to these rules.</Saved>}
        <p className="max-w-measure">
          A letter beyond one of these figures is confirmed and held, until a person of the team has looked at it under
          Letters, where the rule is named. Its writer is told that somebody looks at it. 0 switches a rule off.
        </p>
        {figures.map(({ name, label, hint }) => (
          <TextField
            key={name}
            name={name}
            label={label}
            hint={hint}
            inputMode="numeric"
            autoComplete="off"
            width="postcode"
            defaultValue={values[name]}
            error={errorOf(name)}
          />
        ))}
        <Checkbox
          name="address"
          id="address-rule"
          value="yes"
          label="Hold a letter whose postal address cannot be in the United Kingdom, unless it says “abroad” or “overseas”"
          checked={values.address === 'yes'}
        />
        <Button name="do" value="review-rules">
          Save the rules
        </Button>
      </form>
    </Part>
  )
}
