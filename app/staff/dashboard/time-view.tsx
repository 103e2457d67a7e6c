import { DownloadLinks } from '@/app/staff/_figures/download-links'
import { LineChart } from '@/components/figures/line-chart'
import { Table } from '@/components/ui/table'
import { type Moment, overTime } from '@/lib/figures/dashboard/over-time'
import type { Context } from '@/lib/kernel/context'
import { grouped, longDate, shortDate } from '@/lib/kernel/text'
import { type Asked, addressOf, oneOf } from './view'

/** Hours are drawn for so many days at most: beyond, nobody can tell them apart. */
const MOST_HOURS_DAYS = 31

/** Supporters and letters by day or by hour: drawn, and as a table. */
export async function TimeView({ ctx, asked }: { ctx: Context; asked: Asked }) {
  const by = asked.span.days > MOST_HOURS_DAYS ? 'day' : oneOf(['day', 'hour'], asked.query.by, 'day')
  const moments = await overTime(ctx, asked.scope, by)
  return (
    <div className="space-y-8">
      <p className="flex flex-wrap gap-x-6">
        <a className="link" href={addressOf(asked, { by: 'day' })} aria-current={by === 'day' ? 'true' : undefined}>
          By day
        </a>
        {asked.span.days <= MOST_HOURS_DAYS && (
          <a className="link" href={addressOf(asked, { by: 'hour' })} aria-current={by === 'hour' ? 'true' : undefined}>
            By hour
          </a>
        )}
      </p>
      <LineChart
        title={`Supporters and letters by ${by}`}
        names={{ first: 'supporters', second: 'letters accepted' }}
        points={moments.map((moment) => ({
          label: labelOf(moment, longDate),
          first: moment.supporters,
          second: moment.letters,
        }))}
      />
      <p className="flex flex-wrap items-center gap-x-5 text-muted">
        As a file: <DownloadLinks scope={asked} by={by} what={`supporters and letters by ${by}`} />
      </p>
      <Table
        caption={`Supporters and letters by ${by}, the latest first`}
        columns={[
          { label: by === 'day' ? 'Day' : 'Hour' },
          { label: 'Supporters', numeric: true },
          { label: 'Letters accepted', numeric: true },
        ]}
        rows={moments
          .filter(({ supporters, letters }) => by === 'day' || supporters + letters > 0)
          .toReversed()
          .map((moment) => ({
            key: moment.at,
            cells: [<Day key="day" moment={moment} />, grouped(moment.supporters), grouped(moment.letters)],
          }))}
      />
    </div>
  )
}

function Day({ moment }: { moment: Moment }) {
  return <span className="whitespace-nowrap">{labelOf(moment, shortDate)}</span>
}

function labelOf({ at }: Moment, dated: (date: Date) => string): string {
  const [day = '', hour] = at.split('T')
  const date = dated(new Date(`${day}T12:00:00Z`))
  return hour ? `${date}, ${hour}:00` : date
}
