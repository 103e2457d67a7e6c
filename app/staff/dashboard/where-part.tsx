import { group, sum } from 'd3-array'
import { Bars } from '@/components/figures/chart/bars'
import { partyWords } from '@/lib/directory/party-words'
import { type SeatFigures, seatFigures } from '@/lib/figures/dashboard/places'
import type { Context } from '@/lib/kernel/context'
import { counted } from '@/lib/kernel/text'
import { type Asked, addressOf } from './view'

const SHOWN = 5

/** Where supporters live: nations, parties of their MPs, the strongest seats, and how many have nobody yet. */
export async function WherePart({ ctx, asked }: { ctx: Context; asked: Asked }) {
  const seats = await seatFigures(ctx, asked.scope)
  const without = seats.filter(({ letters }) => letters === 0).length
  return (
    <div className="space-y-8">
      <Bars
        caption="Where from: nations"
        empty="Nobody yet."
        bars={groups(seats, ({ nation }) => nation).map((each) => ({
          ...each,
          href: addressOf(asked, { nation: each.key }),
        }))}
      />
      <Bars
        caption="Party of the MP"
        empty="Nobody yet."
        bars={groups(seats, ({ party }) => (party ? partyWords(party) : 'Vacant'))
          .slice(0, SHOWN)
          .map((each) => ({ ...each, href: addressOf(asked, { party: each.key }) }))}
      />
      <Bars
        caption="Strongest constituencies"
        empty="Nobody yet."
        bars={seats
          .filter(({ supporters }) => supporters > 0)
          .toSorted((a, b) => b.supporters - a.supporters)
          .slice(0, SHOWN)
          .map(({ code, name, supporters }) => ({
            key: code,
            name,
            count: supporters,
            href: addressOf(asked, { view: 'places', kind: 'constituency', q: name }),
          }))}
      >
        <p>
          <a className="link" href={addressOf(asked, { view: 'places', kind: 'constituency', reached: 'none' })}>
            {`${counted(without, 'seat has', 'seats have')} no letter of these days`}
          </a>
        </p>
      </Bars>
    </div>
  )
}

function groups(seats: readonly SeatFigures[], by: (seat: SeatFigures) => string) {
  return [...group(seats, by)]
    .map(([name, own]) => ({ key: name, name, count: sum(own, ({ supporters }) => supporters) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
}
