import { SourceFields } from '@/components/figures/source-fields'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { seatsByNation } from '@/lib/directory/search/by-name'
import type { Constituency } from '@/lib/directory/seat'
import { escaped } from '@/lib/kernel/escape-html'
import { ConstituencyFinder } from './constituency-finder'
import { ConstituencySearch } from './constituency-search'

type Props = {
  slug: string
  /** The postcode that led here, which goes on into the letter. */
  postcode?: string
  /** Where the visitor came from, printed by lib/figures/sources/source. */
  source: string
  /** All 650. */
  seats: readonly Constituency[]
  error?: string | undefined
  /** What was searched for and not found. */
  typed?: string
}

/** Choosing a constituency by name: a list by nation, and a search by name, MP or town, with scripts in its place. */
export function ConstituencyPicker({ slug, postcode = '', source, seats, error, typed }: Props) {
  return (
    <div>
      <ConstituencyFinder slug={slug} postcode={postcode} source={source} {...(typed !== undefined && { typed })} />
      <form id="constituency-form" method="get" action={`/campaigns/${slug}/write`} className="space-y-5">
        {postcode && <input type="hidden" name="postcode" value={postcode} />}
        <SourceFields source={source} />
        <Field
          id="constituency"
          label="Your constituency"
          error={error}
          hint={
            <>
              <span className="noscript:hidden">By its name, your MP’s name or your town.</span>
              <noscript> Or choose it from this list.</noscript>
            </>
          }
        >
          {(tied) => (
            <ConstituencySearch tied={tied}>
              <select
                {...tied}
                name="constituency"
                defaultValue=""
                autoComplete="off"
                className="control min-h-14 w-full max-w-measure"
              >
                <option value="">Choose one of {seats.length}</option>
                {seatsByNation(seats).map((group) => (
                  <optgroup
                    key={group.nation}
                    label={group.nation}
                    // biome-ignore lint/security/noDangerouslySetInnerHtml: markup of our own, with the names in it escaped.
                    dangerouslySetInnerHTML={{ __html: group.seats.map(optionOf).join('') }}
                  />
                ))}
              </select>
            </ConstituencySearch>
          )}
        </Field>
        <Button arrow>Go on with this constituency</Button>
      </form>
    </div>
  )
}

/** As markup: 650 elements took half of the page's time. */
function optionOf({ code, name }: Constituency): string {
  return `<option value="${escaped(code)}">${escaped(name)}</option>`
}
