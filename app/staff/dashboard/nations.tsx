import { max, sum } from 'd3-array'
import { Chart } from '@/components/figures/chart/chart'
import { momentOf, momentWords } from '@/components/figures/chart/moments'
import { Details } from '@/components/ui/details'
import { Table } from '@/components/ui/table'
import { nationSeries } from '@/lib/figures/dashboard/by-nation'
import type { Context } from '@/lib/kernel/context'
import { counted, grouped, shortDate } from '@/lib/kernel/text'
import type { Asked } from './view'

/** The nations as small charts with one axis for all, so that their heights can be compared. */
export async function Nations({ ctx, asked }: { ctx: Context; asked: Asked }) {
  if (asked.span.days < 2) return null
  const nations = await nationSeries(ctx, asked.scope)
  const most = max(nations, ({ days }) => max(days, ({ supporters }) => supporters)) ?? 0
  return (
    <section className="space-y-3">
      <h2 className="text-h3">Supporters by nation and day</h2>
      <p className="text-muted">All four have the same axis.</p>
      <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2">
        {nations.map(({ nation, days, total }) => (
          <div key={nation}>
            <h3 className="text-base font-bold">
              <span>{nation}</span>
              <span className="font-normal text-muted">{` ${counted(total, 'supporter')}`}</span>
            </h3>
            <Chart
              size="small"
              title={`Supporters by day in ${nation}`}
              moments={days.map(({ day }) => momentOf(day))}
              labels={days.map(({ day }) => momentWords(day, shortDate))}
              lines={[{ name: 'supporters', look: 'main', values: days.map(({ supporters }) => supporters) }]}
              most={most}
            />
          </div>
        ))}
      </div>
      <Details look="plain" summary="See as a table">
        <Table
          caption="Supporters by nation"
          columns={[
            { label: 'Nation' },
            { label: 'Supporters', numeric: true },
            { label: 'On the best day', numeric: true },
            { label: 'On a day, on average', numeric: true },
          ]}
          rows={nations.map(({ nation, days, total }) => ({
            key: nation,
            cells: [
              nation,
              grouped(total),
              grouped(max(days, ({ supporters }) => supporters) ?? 0),
              (sum(days, ({ supporters }) => supporters) / days.length).toFixed(1),
            ],
          }))}
        />
      </Details>
    </section>
  )
}
