import { sum } from 'd3-array'
import { Bars } from '@/components/figures/chart/bars'
import { partyAfterName } from '@/lib/directory/party-words'
import { mpAnswers } from '@/lib/figures/dashboard/mp-answers'
import type { Context } from '@/lib/kernel/context'
import { counted, grouped } from '@/lib/kernel/text'
import { type Asked, addressOf } from './view'

const SHOWN = 6

/** Which MPs answered, as their constituents said; acknowledgements apart. */
export async function AnswersPart({ ctx, asked }: { ctx: Context; asked: Asked }) {
  const all = await mpAnswers(ctx, asked.scope)
  const answered = all.filter(({ answers }) => answers > 0)
  const said = sum(all, (each) => each.answers + each.acknowledgements + each.none)
  return (
    <Bars
      caption="MPs who answered"
      empty={all.length === 0 ? 'Nobody has said yet whether their MP answered.' : 'No real answer yet.'}
      bars={answered.slice(0, SHOWN).map(({ code, mp, party, seat, answers, acknowledgements }) => ({
        key: code,
        name: mp ? `${mp}, ${party ? partyAfterName(party) : ''}` : seat,
        count: answers,
        note: acknowledgements > 0 ? `and ${counted(acknowledgements, 'acknowledgement')}` : undefined,
        href: addressOf(asked, { view: 'places', kind: 'mp', q: mp ?? seat }),
      }))}
    >
      {all.length > 0 && (
        <p className="text-muted">
          {`${counted(answered.length, 'MP')} with an answer, as ${grouped(said)} of their constituents said. `}
          <a className="link" href={addressOf(asked, { view: 'places', kind: 'mp', sort: 'answered' })}>
            All MPs by answers
          </a>
        </p>
      )}
    </Bars>
  )
}
