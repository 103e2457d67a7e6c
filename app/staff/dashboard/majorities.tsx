import { rollups } from 'd3-array'
import type { Election } from '@/lib/directory/members-api/latest-election'
import { PARLIAMENT_ATTRIBUTION } from '@/lib/directory/snapshot/attributions'
import { share } from '@/lib/figures/share'
import { counted, grouped, longDate } from '@/lib/kernel/text'

/** "1,234 (3%)", of the valid votes where they are known. */
export function majorityWords(election: Election | null): string {
  if (!election) return 'not known'
  const part = share(election.majority, election.turnout ?? 0)
  return `${grouped(election.majority)}${part && ` (${part})`}`
}

const day = (held: string) => longDate(new Date(`${held}T12:00:00Z`))

/** What a majority is, when the elections were, and whose figures they are. */
export function MajorityNote({ rows }: { rows: readonly { election: Election | null }[] }) {
  return (
    <p className="max-w-measure text-muted">
      <span>
        Majority: by how many votes the first was ahead of the second at the last election of the seat, and what share
        of the valid votes that is.
      </span>{' '}
      <span>{electionDays(rows)}</span> <span>{`By UK Parliament. ${PARLIAMENT_ATTRIBUTION}`}</span>
    </p>
  )
}

/** "Of 648 seats it was on 4 July 2024, of 1 seat on another day. Of 1 seat it is not known." */
export function electionDays(rows: readonly { election: Election | null }[]): string {
  const known = rows.flatMap(({ election }) => election ?? [])
  const [most] = rollups(
    known,
    (each) => each.length,
    ({ held }) => held,
  ).sort(([, a], [, b]) => b - a)
  const unknown = rows.length - known.length
  const others = most ? known.length - most[1] : 0
  return [
    most ? `Of ${counted(most[1], 'seat')} it was on ${day(most[0])}` : '',
    others > 0 ? `, of ${counted(others, 'seat')} on another day` : '',
    most ? '.' : '',
    unknown > 0 ? ` Of ${counted(unknown, 'seat')} it is not known.` : '',
  ]
    .join('')
    .trim()
}

/** The columns that {@link electionCells} fill. */
export const electionColumns = [
  'majority',
  'majority_percent',
  'valid_votes',
  'electorate',
  'election_date',
  'election',
  'majority_from',
]

/** A seat's last election for a file; empty where it is not known. */
export function electionCells(election: Election | null): (string | number)[] {
  if (!election) return electionColumns.map(() => '')
  const { majority, turnout, electorate, held, title } = election
  const percent = turnout === null ? '' : ((majority / turnout) * 100).toFixed(2)
  const from = `at the last election of this seat, ${day(held)}, by UK Parliament. ${PARLIAMENT_ATTRIBUTION}`
  return [majority, percent, turnout ?? '', electorate ?? '', held, title ?? '', from]
}
