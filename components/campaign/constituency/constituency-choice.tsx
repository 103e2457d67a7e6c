import type { ReactNode } from 'react'
import { SourceFields } from '@/components/figures/source-fields'
import { Button } from '@/components/ui/button'
import { type Choice, Choices } from '@/components/ui/choosing/choices'
import { chooseAddress } from '@/lib/letters/writing-addresses'

type Props = {
  slug: string
  /** The postcode that led here, which goes on into the letter; empty when there was none. */
  postcode: string
  /** Where the visitor came from, printed by lib/figures/sources/source. */
  source: string
  /** Tells a form sent without a choice from a first visit, and what to ask again. */
  asked: { name: 'choice' | 'find'; value: string }
  legend: ReactNode
  /** GSS codes as values. */
  choices: Choice[]
  error?: string | undefined
  /** Leads to the search by name. */
  another?: string
}

const ANOTHER = 'It is another constituency'

/** A few constituencies to choose one's own from: those that a split postcode lies in, or that a search found. */
export function ConstituencyChoice({
  slug,
  postcode,
  source,
  asked,
  legend,
  choices,
  error,
  another = ANOTHER,
}: Props) {
  return (
    <form id="constituency-form" method="get" action={`/campaigns/${slug}/write`} className="space-y-6">
      {postcode && <input type="hidden" name="postcode" value={postcode} />}
      <SourceFields source={source} />
      <input type="hidden" name={asked.name} value={asked.value} />
      <Choices
        name="constituency"
        kind="radio"
        legend={legend}
        error={error}
        hint="It stands on your poll card, and on your council’s website."
        choices={choices}
      />
      <Button arrow>Go on with this constituency</Button>
      <p>
        <a className="link" href={chooseAddress(slug, { postcode, source })}>
          {another}
        </a>
      </p>
    </form>
  )
}
