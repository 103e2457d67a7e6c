import type { Seat } from '@/lib/directory/seat'
import { Button } from '../ui/button'
import { Choices } from '../ui/choices'

type Props = { slug: string; postcode: string; seats: readonly Seat[]; error?: string | undefined }

/** The few constituencies that a split postcode lies in, to choose one's own from. */
export function ConstituencyChoice({ slug, postcode, seats, error }: Props) {
  return (
    <form id="constituency-form" method="get" action={`/campaigns/${slug}/write`} className="space-y-6">
      <input type="hidden" name="postcode" value={postcode} />
      {/* Tells a form sent without a choice from a first visit. */}
      <input type="hidden" name="choice" value="split" />
      <Choices
        name="constituency"
        kind="radio"
        legend={`${postcode} is in`}
        error={error}
        hint="It stands on your poll card, and on your council’s website."
        choices={seats.map(({ code, name, mp }) => ({
          value: code,
          label: name,
          hint: mp ? `${mp.name}, ${mp.party}` : 'The seat is vacant',
        }))}
      />
      <Button arrow>Go on with this constituency</Button>
      <p>
        <a className="link" href={`/campaigns/${slug}/choose?postcode=${encodeURIComponent(postcode)}`}>
          It is another constituency
        </a>
      </p>
    </form>
  )
}
