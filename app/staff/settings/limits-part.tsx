import { Part } from '@/components/staff/part'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/choosing/select'
import { TextField } from '@/components/ui/typing/text-field'
import { DAY, HOUR, MINUTE, SECOND } from '@/lib/kernel/time/durations'
import { type LimitName, limitNames } from '@/lib/limits/current-limits'
import { spanOf } from '@/lib/limits/input'
import type * as forms from './form'
import { type PartState, Saved } from './part-state'

const words: Record<LimitName, string> = {
  forms: 'Forms of every kind from one connection, each page of a letter counted',
  'look-up': 'Postcodes looked up from one connection',
  wording: 'Letters begun from one connection, each with a wording of its own',
  submit: 'Letters submitted from one connection',
  'submit-email': 'Letters submitted with one e-mail address',
  unsolved: 'Letters submitted from one connection without the sum, while one is asked for',
  resend: 'E-mails sent again from one connection',
  code: 'Codes from an e-mail typed from one connection',
  mailbox: 'E-mails that anybody can set off to one mailbox (confirmations, reminders, links to one’s data), at once',
  'mailbox-day': 'The same, over a longer time',
  'second-factor': 'Codes and passkeys of a second factor tried by one member of the team',
  'sign-in': 'Sign-in links for the team, from one connection or to one address',
  api: 'Figures that a program asks for with one key',
  drawing: 'PDFs and pictures drawn for one connection',
}

const spans = [
  { ms: MINUTE, label: 'in a minute' },
  { ms: 10 * MINUTE, label: 'in ten minutes' },
  { ms: HOUR, label: 'in an hour' },
  { ms: DAY, label: 'in a day' },
].map(({ ms, label }) => ({ value: String(ms / SECOND), label }))

/** How often one visitor can do something. */
export function LimitsPart({ values, errorOf, saved }: PartState<typeof forms.limits>) {
  return (
    <Part id="limits" heading="Limits against misuse">
      <form id="limits-form" method="post" action="/staff/settings" className="space-y-6">
        {saved && <Saved>The limits count within a few seconds, on every machine.</Saved>}
        <p className="max-w-measure">
          A school or an office can share one connection: too low a limit keeps people out. Whoever meets one is told
          when to come back, and loses nothing that they typed.
        </p>
        {limitNames.map((name) => (
          <fieldset key={name}>
            <legend className="text-h3">{words[name]}</legend>
            <div className="mt-2 grid gap-x-6 gap-y-3 sm:grid-cols-2">
              <TextField
                name={name}
                label="How many times"
                inputMode="numeric"
                autoComplete="off"
                width="postcode"
                defaultValue={values[name]}
                error={errorOf(name)}
              />
              <Select
                name={spanOf(name)}
                label="In which time"
                defaultValue={values[spanOf(name)]}
                options={withOwn(values[spanOf(name)] ?? '')}
              />
            </div>
          </fieldset>
        ))}
        <Button name="do" value="limits">
          Save the limits
        </Button>
      </form>
    </Part>
  )
}

/** A span that only the environment has named stays what it is until another is chosen. */
function withOwn(span: string) {
  if (span === '' || spans.some(({ value }) => value === span)) return spans
  return [...spans, { value: span, label: `in ${span} seconds` }]
}
