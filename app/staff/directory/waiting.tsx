import { Part } from '@/components/staff/part'
import { When } from '@/components/staff/when'
import { Button } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { Notice } from '@/components/ui/notice'
import { touchedSeats } from '@/lib/directory/guard/too-many-changes'
import type { ListedSync } from '@/lib/directory/sync/newest-syncs'
import type { StoredReport } from '@/lib/directory/sync/stored-report'
import { countsOf, Report } from './report'

/** The sync that waits for an administrator, with what it would change. */
export function Waiting({ sync }: { sync: ListedSync }) {
  const { id, startedAt, report } = sync
  if (!report) return null
  return (
    <Part id="waiting" heading="Waits for you">
      <div className="space-y-5">
        <Notice look="held" heading={`${touchedSeats({ report })} seats would change at once`}>
          <p>
            The Members API was read at <When at={startedAt} />: {countsOf(report)}. It waits because {whyOf(report)}.
            So nothing was changed. After a general election it is right; otherwise look twice before you confirm.
          </p>
          <p>If you discard it, the next night’s reading asks again.</p>
        </Notice>
        <form id="sync-form" method="post" action="/staff/directory" className="flex flex-wrap gap-3">
          <input type="hidden" name="sync" value={id} />
          <Button name="answer" value="confirm">
            Confirm, and change these seats
          </Button>
          <Button look="second" name="answer" value="discard">
            Discard
          </Button>
        </form>
        <Details look="plain" summary="What would change, seat by seat">
          <Report report={report} caption="What the sync that waits would change" />
        </Details>
      </div>
    </Part>
  )
}

/** Why it waits; what an older version held does not say more than that it is a tenth. */
function whyOf({ reasons }: StoredReport): string {
  return reasons?.join('; ') ?? 'that is more than a tenth of the seats'
}
