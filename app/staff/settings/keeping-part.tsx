import { Part } from '@/components/staff/part'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/typing/text-field'
import { keeping } from '@/lib/privacy/how-long-kept'
import type { LastPurge as Stand } from '@/lib/privacy/last-purge'
import { type Periods, shortestPeriods } from '@/lib/settings/keeping-periods'
import type * as forms from './form'
import { LastPurge } from './last-purge'
import { type PartState, Saved } from './part-state'

const words: Record<keyof Periods, { label: string; unit: string }> = {
  letterTextDays: { label: 'A letter’s text and its postal address, after the letter has ended', unit: 'days' },
  heldDays: { label: 'A letter that has to wait, after it was confirmed', unit: 'days' },
  monthsAfterClose: { label: 'A supporter without updates, after their campaign closes', unit: 'months' },
  monthsAfterSigning: { label: 'or after they signed, if that is sooner', unit: 'months' },
}

/** How long things are kept: shorter than the longest, or as long; and how the last purge went by it. */
export function KeepingPart({
  values,
  errorOf,
  saved,
  purge,
}: PartState<typeof forms.keeping> & { purge: Stand | null }) {
  return (
    <Part id="keeping" heading="How long things are kept">
      <form id="keeping-form" method="post" action="/staff/settings" className="space-y-6">
        {saved && (
          <Saved>
            <a className="link" href="/privacy">
              What supporters are promised
            </a>{' '}
            says so from now on, and the next purge, tonight, erases by it.
          </Saved>
        )}
        <p className="max-w-measure">
          Supporters read these periods under What we keep, and for how long. A shorter one counts for everything that
          is kept already; a longer one only for what comes from now on, since the others were promised less.
          Unconfirmed sign-ups are always kept for {keeping.unconfirmedDays} days, as long as their link works, and the
          answers of live sources for {keeping.lookUpDays}.
        </p>
        {(Object.keys(words) as (keyof Periods)[]).map((name) => (
          <TextField
            key={name}
            name={name}
            label={words[name].label}
            hint={`In ${words[name].unit}, from ${shortestPeriods[name]} to ${keeping[name]}.`}
            inputMode="numeric"
            autoComplete="off"
            width="postcode"
            defaultValue={values[name]}
            error={errorOf(name)}
          />
        ))}
        <Button name="do" value="keeping">
          Save the periods
        </Button>
      </form>
      <div className="mt-6">
        <LastPurge stand={purge} />
      </div>
    </Part>
  )
}
