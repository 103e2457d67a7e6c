import { Funnel, share } from '@/components/figures/funnel'
import { Table } from '@/components/ui/table'
import { answered, sumsOf } from '@/lib/figures/dashboard/sums'
import type { Context } from '@/lib/kernel/context'
import { grouped } from '@/lib/kernel/text'
import type { Asked } from './view'

/** The funnel, and who wants to hear more, beside the span before. */
export async function Overview({ ctx, asked }: { ctx: Context; asked: Asked }) {
  const [now, before] = await Promise.all([sumsOf(ctx, asked.scope), sumsOf(ctx, asked.before)])
  const step = (label: string, of: (sums: typeof now) => number) => ({ label, count: of(now), before: of(before) })
  const line = (label: string, of: (sums: typeof now) => string | number) => ({
    key: label,
    cells: [label, shown(of(now)), shown(of(before))],
  })
  return (
    <div className="space-y-10">
      <Funnel
        steps={[
          step('Page views', ({ viewed }) => viewed),
          step('MP found', ({ found }) => found),
          step('Letter begun', ({ started }) => started),
          step('Submitted', ({ submitted }) => submitted),
          step('Confirmed', ({ confirmed }) => confirmed),
          step('Letters accepted', ({ accepted }) => accepted),
          step('Known to be delivered', ({ delivered }) => delivered),
          step('Answered by the MP', answered),
        ]}
      />
      <p className="max-w-measure text-muted">
        Views are counted without cookies, so one person who comes twice is two. {ofCaches(ctx)}
      </p>
      <Table
        caption="Staying in touch, and what went wrong"
        columns={[{ label: 'What' }, { label: 'This span', numeric: true }, { label: 'Span before', numeric: true }]}
        rows={[
          line('Asked for updates', ({ opted_in }) => opted_in),
          line('Of those who confirmed', ({ opted_in, confirmed }) => share(opted_in, confirmed)),
          line('Unsubscribed', ({ unsubscribed }) => unsubscribed),
          line('Letters that bounced', ({ bounced }) => bounced),
          line('Letters that failed', ({ failed }) => failed),
          line('Sent by their writers themselves', ({ by_writer }) => by_writer),
        ]}
      />
    </div>
  )
}

/** What is not known of pages that a cache in front gives out. */
function ofCaches({ env }: Context): string {
  return env.sharedCache
    ? 'Views, and MPs found, are told by the pages’ own script: how many came without scripts is not known.'
    : 'What comes out of a cache in front of this server is not seen here, unless SHARED_CACHE is set.'
}

function shown(value: string | number): string {
  return typeof value === 'number' ? grouped(value) : value
}
