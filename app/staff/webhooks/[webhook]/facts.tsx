import { offWords, toldWords } from '@/app/staff/webhooks/words'
import { When } from '@/components/staff/when'
import { Notice } from '@/components/ui/notice'
import { SummaryList } from '@/components/ui/summary-list'
import { counted } from '@/lib/kernel/text'
import type { Webhook } from '@/lib/webhooks/staff/list'

/** Where a webhook leads, what it is told, and how it stands. */
export function Facts({ webhook }: { webhook: Webhook }) {
  const { url, campaign, events, createdAt, off, failingSince, waiting } = webhook
  return (
    <div className="space-y-5">
      {off && (
        <Notice look={off.why === 'staff' ? 'held' : 'fault'} heading={offWords[off.why]}>
          <p>
            Off since <When at={off.at} />.{' '}
            {waiting > 0 && `${counted(waiting, 'message')} ${waiting === 1 ? 'waits' : 'wait'}. `}
            Who confirms or leaves meanwhile is told once it is on again.
          </p>
        </Notice>
      )}
      {!off && failingSince && (
        <Notice look="fault" heading="Nothing gets through">
          <p>
            Every attempt has failed since <When at={failingSince} />. Messages are tried again by themselves.
          </p>
        </Notice>
      )}
      <SummaryList
        rows={[
          { term: 'Address', value: <span className="[overflow-wrap:anywhere]">{url}</span> },
          { term: 'Campaign', value: campaign ?? 'all' },
          { term: 'Told', value: toldWords(events) },
          { term: 'Added', value: <When at={createdAt} /> },
        ]}
      />
    </div>
  )
}
