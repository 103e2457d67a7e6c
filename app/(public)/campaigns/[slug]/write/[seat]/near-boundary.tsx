import type { SeatsNear } from '@/app/_server/letter/seats-near'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/** `addressOf`: where "Is this your MP?" of a seat is. */
type Props = { near: SeatsNear; addressOf: (code: string, postcode: string) => string }

/** A postcode is placed by its middle: near a boundary, its owner may live across it. */
export function NearBoundary({ near: { postcode, listed, others }, addressOf }: Props) {
  return (
    <Notice heading="This postcode is near a boundary">
      <p>{`Our list has ${postcode} in ${listed.name}, but it places a whole postcode by its middle, and a postcode of another constituency lies within 100 metres. Your poll card names your constituency.`}</p>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        {others.map(({ code, name, mp }) => (
          <ButtonLink
            key={code}
            look="second"
            href={addressOf(code, postcode)}
          >{`I live in ${name}${mp ? `: ${mp.name}` : ''}`}</ButtonLink>
        ))}
      </div>
    </Notice>
  )
}
