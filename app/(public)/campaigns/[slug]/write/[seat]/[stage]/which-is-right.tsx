import type { Elsewhere } from '@/app/_server/letter/state'
import { Choices } from '@/components/ui/choosing/choices'
import type { Seat } from '@/lib/directory/lookup'

type Props = { postcode: string; seat: Seat; elsewhere: Elsewhere; error: string | undefined }

/** A postcode is placed by its middle, so that somebody may live across the boundary: only they can say. */
export function WhichIsRight({ postcode, seat, elsewhere: { seats, live }, error }: Props) {
  const names = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(seats.map(({ name }) => name))
  const whose = live ? 'The public postcode service that we asked' : 'Our list'
  return (
    <div className="mb-8">
      <Choices
        name="home"
        kind="radio"
        legend={`Your postcode is in ${names}. Which is right?`}
        hint={`${whose} has ${postcode} in ${names}, but it places a whole postcode by its middle. MPs answer only people who live in their own constituency: it is named on your poll card and on your council’s website.`}
        error={error}
        choices={[
          {
            value: seat.code,
            label: `I live in ${seat.name}`,
            hint: `The letter goes to ${seat.mp?.name ?? 'the new MP'}, and says that the postcode is listed in ${names}.`,
          },
          ...seats.map(({ code, name, mp }) => ({
            value: code,
            label: `I live in ${name}`,
            hint: `The letter goes to ${mp ?? 'the new MP'}. You see it again first.`,
          })),
        ]}
      />
    </div>
  )
}
