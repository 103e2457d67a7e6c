import type { Constituency } from '@/lib/directory/seat'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { ConstituencySearch } from './constituency-search'

type Props = {
  slug: string
  /** The postcode that led here, which goes on into the letter. */
  postcode?: string
  /** All 650, in the order of their names. */
  seats: readonly Constituency[]
  chosen?: string | undefined
  error?: string | undefined
  label?: string
}

const NATIONS = ['England', 'Scotland', 'Wales', 'Northern Ireland']

/** Choosing a constituency by name: a list by nation, and with scripts a field to search it by name or by MP. */
export function ConstituencyPicker({
  slug,
  postcode = '',
  seats,
  chosen = '',
  error,
  label = 'Your constituency',
}: Props) {
  return (
    <form id="constituency-form" method="get" action={`/campaigns/${slug}/write`} className="space-y-5">
      {postcode && <input type="hidden" name="postcode" value={postcode} />}
      <Field id="constituency" label={label} error={error} hint="By its name, or by the name of your MP.">
        {(tied) => (
          <ConstituencySearch tied={tied}>
            <select
              {...tied}
              name="constituency"
              defaultValue={chosen}
              autoComplete="off"
              className="control min-h-14 w-full max-w-measure"
            >
              <option value="">Choose one of {seats.length}</option>
              {NATIONS.map((nation) => (
                <optgroup key={nation} label={nation}>
                  {seats
                    .filter((seat) => seat.nation === nation)
                    .map(({ code, name }) => (
                      <option key={code} value={code}>
                        {name}
                      </option>
                    ))}
                </optgroup>
              ))}
            </select>
          </ConstituencySearch>
        )}
      </Field>
      <Button arrow>Go on with this constituency</Button>
    </form>
  )
}
