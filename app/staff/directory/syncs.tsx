import { Part } from '@/components/staff/part'
import { When } from '@/components/staff/when'
import { Table } from '@/components/ui/table'
import type { JobState } from '@/lib/directory/job-state'
import type { MembersReport } from '@/lib/directory/members/compare'
import type { ListedSync } from '@/lib/directory/sync/newest-syncs'
import { grouped } from '@/lib/kernel/text'
import { Report } from './report'

const states: Record<ListedSync['state'], string> = {
  applied: 'Applied',
  discarded: 'Discarded',
  replaced: 'Replaced by a newer one',
  'given-up': 'Given up: not read within a day',
  reading: 'Being read',
  held: 'Waits for you',
}

const columns = [
  ...['Begun', 'What became of it'].map((label) => ({ label })),
  ...['New', 'Changed', 'Left', 'Vacant'].map((label) => ({ label, numeric: true })),
]

type Props = { syncs: ListedSync[]; elections: JobState | null; isOff: boolean }

/**
 * What the last syncs did, and which seats the last one changed that changed any; how the last `elections` were read.
 * `isOff`: the Members API is.
 */
export function Syncs({ syncs, elections, isOff }: Props) {
  const last = syncs.find(({ state, report }) => state === 'applied' && report && changesOf(report) > 0)
  return (
    <Part id="syncs" heading="Syncs with the UK Parliament">
      {syncs.length === 0 ? (
        <p className="max-w-measure">
          {isOff
            ? 'There is none: MEMBERS_API_URL is off. MPs come in from a file.'
            : 'There has been none yet. One runs at the first start, every night, and by the button above.'}
        </p>
      ) : (
        <div className="space-y-7">
          <Table
            caption="The newest syncs"
            captionHidden
            columns={columns}
            rows={syncs.map(({ id, startedAt, state, brokeOff, report }) => ({
              key: id,
              cells: [
                <When key="begun" at={startedAt} />,
                brokeOff ? `${states[state]}, and broke off: ${brokeOff}` : states[state],
                ...(report
                  ? [report.new, report.changed, report.left, report.vacant].map((seats) => grouped(seats.length))
                  : ['–', '–', '–', '–']),
              ],
            }))}
          />
          {last?.report && (
            <div>
              <h3 className="font-bold">
                What changed at <When at={last.startedAt} />
              </h3>
              <div className="mt-2">
                <Report report={last.report} caption="What the last applied sync changed" />
              </div>
            </div>
          )}
        </div>
      )}
      {elections && !isOff && (
        <p className="mt-6 max-w-measure">
          <span>Majorities are read after a sync. Last, at </span>
          <When at={new Date(elections.at)} />
          <span>: </span>
          <span>{elections.words}</span>
        </p>
      )}
    </Part>
  )
}

function changesOf({ new: begun, changed, left }: MembersReport): number {
  return begun.length + changed.length + left.length
}
