import { Part } from '@/components/staff/part'
import { When } from '@/components/staff/when'
import { Table } from '@/components/ui/table'
import type { ListedSync } from '@/lib/directory/sync/newest-syncs'
import { countsOf, Report } from './report'

const states: Record<ListedSync['state'], string> = {
  applied: 'Applied',
  discarded: 'Discarded',
  replaced: 'Replaced by a newer one',
  'given-up': 'Given up: not read within a day',
  reading: 'Being read',
  held: 'Waits for you',
}

/** What the last syncs did, and what the last one that was applied changed. */
export function Syncs({ syncs }: { syncs: ListedSync[] }) {
  const applied = syncs.find(({ state, report }) => state === 'applied' && report)
  return (
    <Part id="syncs" heading="Syncs with the UK Parliament">
      {syncs.length === 0 ? (
        <p className="max-w-measure">
          There has been none yet. One runs every night, unless MEMBERS_API_URL is off; npm run directory -- sync runs
          one now.
        </p>
      ) : (
        <div className="space-y-7">
          <Table
            caption="The newest syncs"
            captionHidden
            columns={['Begun', 'What became of it', 'Report'].map((label) => ({ label }))}
            rows={syncs.map(({ id, startedAt, state, brokeOff, report }) => ({
              key: id,
              cells: [
                <When key="begun" at={startedAt} />,
                brokeOff ? `${states[state]}, and broke off: ${brokeOff}` : states[state],
                report ? countsOf(report) : '',
              ],
            }))}
          />
          {applied?.report && (
            <div>
              <h3 className="font-bold">
                What the one of <When at={applied.startedAt} /> changed
              </h3>
              <div className="mt-2">
                <Report report={applied.report} caption="What the last applied sync changed" />
              </div>
            </div>
          )}
        </div>
      )}
    </Part>
  )
}
