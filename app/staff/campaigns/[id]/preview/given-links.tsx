import { When } from '@/components/staff/when'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Table } from '@/components/ui/table'
import type { GivenLink } from '@/lib/campaigns/preview/preview-link'

type Props = { action: string; given: GivenLink[]; ended: boolean }

/** The links to previews that work still, and the way to end them. */
export function GivenLinks({ action, given, ended }: Props) {
  if (given.length === 0) {
    return ended ? <Notice look="done" heading="No link to a preview works any more" /> : null
  }
  return (
    <form id="end-links-form" method="post" action={action} className="mt-6 space-y-4">
      <Table
        caption="Links that work still"
        columns={['Version', 'Given out', 'By', 'Until'].map((label) => ({ label }))}
        rows={given.map(({ id, version, at, by, until }) => ({
          key: `${id}`,
          cells: [
            `${version}`,
            <When key="at" at={at} />,
            by ?? 'somebody who has left',
            <When key="until" at={until} />,
          ],
        }))}
      />
      <p>The links themselves are kept nowhere, so they end together: those who still need one get another.</p>
      <Button look="quiet" name="do" value="end-links">
        End them all
      </Button>
    </form>
  )
}
