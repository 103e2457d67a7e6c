import { Funnel } from '@/components/figures/funnel'
import { Table } from '@/components/ui/table'
import type { Measure } from '@/db/schema/index'
import { type FunnelStep, funnelOf } from '@/lib/figures/dashboard/funnel'
import { replyFigures } from '@/lib/figures/dashboard/replies'
import { stuckFigures } from '@/lib/figures/dashboard/stuck'
import { sumsOf } from '@/lib/figures/dashboard/sums'
import { definitions, standing } from '@/lib/figures/definitions'
import { share } from '@/lib/figures/share'
import type { Context } from '@/lib/kernel/context'
import { grouped, longDate } from '@/lib/kernel/text'
import { heldWords, ruleWords } from '@/lib/letters/why-held'
import type { Asked } from './view'

/** The funnel, what is stuck and why, and who wants to hear more, beside the span before. */
export async function Overview({ ctx, asked }: { ctx: Context; asked: Asked }) {
  const [now, before, replies, repliesBefore, stuck] = await Promise.all([
    sumsOf(ctx, asked.scope),
    sumsOf(ctx, asked.before),
    replyFigures(ctx, asked.scope),
    replyFigures(ctx, asked.before),
    stuckFigures(ctx, asked.scope.campaignId),
  ])
  const funnelBefore = funnelOf(before, repliesBefore)
  const line = (label: string, of: (sums: typeof now) => string | number) => ({
    key: label,
    cells: [label, shown(of(now)), shown(of(before))],
  })
  const counted = (measure: Measure) => line(definitions[measure].label, (sums) => sums[measure])
  return (
    <div className="space-y-10">
      <Funnel
        steps={funnelOf(now, replies).map(({ step, count, whole }, at) => ({
          label: labelOf(step),
          count,
          before: funnelBefore[at]?.count ?? null,
          share: count === null || whole === null ? '' : share(count, whole),
        }))}
      />
      <p className="max-w-measure text-muted">{ofCaches(ctx)}</p>
      <Table
        caption="What has not gone yet, as it stands now"
        columns={[{ label: 'What' }, { label: 'Letters', numeric: true }, { label: 'The first since' }]}
        rows={[
          ...stuck.byReason.map(({ reason, rule, letters, since }) => ({
            key: `${reason} ${rule}`,
            cells: [
              `Held: ${heldWords[reason]}${rule ? ` (${ruleWords[rule]})` : ''}`,
              grouped(letters),
              since ? longDate(since) : '',
            ],
          })),
          { key: 'held', cells: [standing.held.label, grouped(stuck.held), ''] },
          {
            key: 'queued',
            cells: [standing.queued.label, grouped(stuck.queued), stuck.queuedSince ? longDate(stuck.queuedSince) : ''],
          },
          { key: 'unconfirmed', cells: [standing.unconfirmed.label, grouped(stuck.unconfirmed), ''] },
        ]}
      />
      <Table
        caption="Staying in touch, and what went wrong"
        columns={[{ label: 'What' }, { label: 'This span', numeric: true }, { label: 'Span before', numeric: true }]}
        rows={[
          counted('opted_in'),
          line('Of those who confirmed', ({ opted_in, confirmed }) => share(opted_in, confirmed)),
          counted('unsubscribed'),
          counted('bounced'),
          counted('failed'),
          counted('by_writer'),
        ]}
      />
    </div>
  )
}

function labelOf(step: FunnelStep): string {
  return step === 'answered' ? standing.answered.label : definitions[step].label
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
