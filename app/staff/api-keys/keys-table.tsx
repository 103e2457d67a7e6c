import { When } from '@/components/staff/when'
import { Button } from '@/components/ui/button'
import { Table } from '@/components/ui/table'
import { longDate } from '@/lib/kernel/text'
import type { ListedKey } from '@/lib/staff/api-keys/list'

type Props = { keys: readonly ListedKey[]; campaigns: readonly { id: string; name: string }[]; now: Date }

/** Every key, with what it reads, when it was last used, and the button that ends it. */
export function KeysTable({ keys, campaigns, now }: Props) {
  if (keys.length === 0) return <p>There is no key yet.</p>
  return (
    <Table
      caption="Keys, the newest first"
      captionHidden
      columns={['For', 'Begins with', 'Reads', 'Made', 'Last used', 'Ends', 'Revoke'].map((label) => ({ label }))}
      rows={keys.map((key) => ({
        key: key.id,
        cells: [
          <span key="name" className="block min-w-40 break-words">
            {key.name}
          </span>,
          <code key="start" className="whitespace-nowrap">
            {key.start}…
          </code>,
          key.campaignId ? campaigns.find(({ id }) => id === key.campaignId)?.name : 'all campaigns',
          <span key="made" className="block">
            <When at={key.createdAt} />{' '}
            <span className="block text-muted">{key.createdBy ?? 'no longer on the team'}</span>
          </span>,
          <When key="used" at={key.lastUsedAt} never="never" />,
          endOf(key, now),
          key.revokedAt ? (
            <span key="revoked" className="whitespace-nowrap">
              revoked <When at={key.revokedAt} />
            </span>
          ) : (
            <form key="revoke" method="post" action="/staff/api-keys">
              <input type="hidden" name="key" value={key.id} />
              <Button look="quiet" name="do" value="revoke">
                Revoke<span className="sr-only"> {key.name}</span>
              </Button>
            </form>
          ),
        ],
      }))}
    />
  )
}

function endOf({ expiresAt }: ListedKey, now: Date): string {
  if (!expiresAt) return 'never'
  // It ends with the moment after its last day.
  const lastDay = longDate(new Date(expiresAt.getTime() - 1))
  return expiresAt <= now ? `ended after ${lastDay}` : `after ${lastDay}`
}
