import { reasonWords } from '@/app/staff/letters/history-words'
import { outcomeWords, toldWords } from '@/app/staff/letters/words'
import { Part } from '@/components/staff/part'
import { When } from '@/components/staff/when'
import { Table } from '@/components/ui/table'
import type { letterFacts } from '@/lib/delivery/queue/letter-facts'
import { letterStateWords } from '@/lib/letters/state-words'

type Letter = NonNullable<Awaited<ReturnType<typeof letterFacts>>>

/** Every change of state, oldest first. */
export function History({ rows }: { rows: Letter['history'] }) {
  return (
    <Part id="history" heading="History">
      {rows.length === 0 ? (
        <p>Nothing of what happened to it is written down.</p>
      ) : (
        <Table
          caption="Every change of state, oldest first"
          captionHidden
          columns={['When', 'State', 'Reason', 'In whose words'].map((label) => ({ label }))}
          rows={rows.map(({ id, at, state, reason, note }) => ({
            key: `${id}`,
            cells: [<When key="at" at={at} />, letterStateWords[state], reasonWords(state, reason), note ?? ''],
          }))}
        />
      )}
    </Part>
  )
}

/** Every try to send it, newest first. */
export function Attempts({ rows }: { rows: Letter['attempts'] }) {
  if (rows.length === 0) return null
  return (
    <Part id="attempts" heading="Tries to send it">
      <Table
        caption="Every try to send it, newest first"
        captionHidden
        columns={['Begun', 'By', 'Outcome', 'Asked', 'The service’s name for it', 'It said'].map((label) => ({
          label,
        }))}
        rows={rows.map(({ id, startedAt, transport, outcome, asks, providerId, reason }) => ({
          key: `${id}`,
          cells: [
            <When key="at" at={startedAt} />,
            transport,
            outcome ? outcomeWords[outcome] : 'not known yet',
            asks === 1 ? 'once' : `${asks} times`,
            <span key="provider" className="break-all">
              {providerId ?? ''}
            </span>,
            reason ?? '',
          ],
        }))}
      />
    </Part>
  )
}

/** What the mail service told of it. */
export function Events({ rows }: { rows: Letter['events'] }) {
  if (rows.length === 0) return null
  return (
    <Part id="events" heading="What the mail service told">
      <Table
        caption="Events of the mail service, oldest first"
        captionHidden
        columns={['When', 'Event', 'It changed'].map((label) => ({ label }))}
        rows={rows.map(({ id, at, type, outcome }) => ({
          key: id,
          cells: [<When key="at" at={at} />, toldWords(type), outcome ? toldWords(outcome) : 'nothing'],
        }))}
      />
    </Part>
  )
}
