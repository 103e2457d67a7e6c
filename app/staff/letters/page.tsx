import { staffPage } from '@/app/staff/staff-page'
import { Part } from '@/components/staff/part'
import { When } from '@/components/staff/when'
import { Table } from '@/components/ui/table'
import { grouped } from '@/lib/kernel/text'
import { lettersByState } from '@/lib/letters/by-state'
import { type ListedLetter, newestLetters } from '@/lib/letters/newest'

export const metadata = { title: 'Letters' }

const SHOWN = 100

export default staffPage(
  {
    verb: 'letters.see',
    at: '/staff/letters',
    title: 'Letters',
    lead: 'Where letters stand. Nothing here says who wrote them, or what.',
  },
  async ({ ctx }, query) => {
    const byState = await lettersByState(ctx)
    const state = byState.find((known) => known.state === query.state)?.state ?? null
    const letters = await newestLetters(ctx, { state, most: SHOWN })
    return (
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[11rem_minmax(0,1fr)]">
        <Part id="states" heading="By state">
          <Table
            caption="Letters of all campaigns by state"
            captionHidden
            columns={[{ label: 'State' }, { label: 'Letters', numeric: true }]}
            rows={byState.map(({ state: each, letters: many }) => ({
              key: each,
              cells: [<StateLink key={each} state={each} now={each === state} />, grouped(many)],
            }))}
          />
        </Part>
        <Part id="newest" heading={state ? `Newest that are ${state}` : 'Newest'}>
          {state && (
            <p className="mb-4">
              <a className="link" href="/staff/letters">
                Show letters in every state
              </a>
            </p>
          )}
          {letters.length === 0 ? <p>There are none.</p> : <Letters letters={letters} />}
        </Part>
      </div>
    )
  },
)

function StateLink({ state, now }: { state: string; now: boolean }) {
  return (
    <a className="link-plain" aria-current={now ? 'true' : undefined} href={`/staff/letters?state=${state}`}>
      {state}
    </a>
  )
}

function Letters({ letters }: { letters: ListedLetter[] }) {
  return (
    <Table
      caption={`The newest letters, at most ${SHOWN}`}
      captionHidden
      columns={['Letter', 'Constituency', 'State', 'Written', 'Confirmed', 'Accepted', 'Ended'].map((label) => ({
        label,
      }))}
      rows={letters.map((letter) => ({
        key: letter.id,
        cells: [
          letter.id.slice(0, 8),
          letter.constituency,
          letter.heldReason ? `${letter.state}: ${letter.heldReason}` : letter.state,
          <When key="written" at={letter.createdAt} />,
          <When key="confirmed" at={letter.confirmedAt} />,
          <When key="accepted" at={letter.acceptedAt} />,
          <When key="ended" at={letter.endedAt} />,
        ],
      }))}
    />
  )
}
