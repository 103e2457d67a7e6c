import { Chart, type ChartMark } from '@/components/figures/chart/chart'
import { momentOf, momentWords } from '@/components/figures/chart/moments'
import { Details } from '@/components/ui/details'
import { Table } from '@/components/ui/table'
import type { Measure } from '@/db/schema/index'
import { type Mark, marksOf } from '@/lib/figures/dashboard/marks'
import { type Bucket, type DrawnMeasure, drawnMeasures, type Series, seriesOf } from '@/lib/figures/dashboard/series'
import { definitions } from '@/lib/figures/definitions'
import type { Context } from '@/lib/kernel/context'
import { grouped, shortDate } from '@/lib/kernel/text'
import { type Asked, addressOf, oneOf } from './view'

/** Hours are drawn for so many days at most: beyond, nobody can tell them apart. */
const MOST_HOURS_DAYS = 31
/** Of some places and one source together: single hours of these are nowhere summed up. */
const MOST_HOURS_DAYS_OF_BOTH = 7
/** Spans of so many days are drawn by the hour where nothing else is asked. */
const HOURLY_DAYS = 2

/** What each is counted as, and called. */
export const measured = {
  supporters: 'confirmed',
  letters: 'accepted',
  viewed: 'viewed',
  started: 'started',
  submitted: 'submitted',
  answers: 'real_answer',
} as const satisfies Record<DrawnMeasure, Measure>

export function labelOf(drawn: DrawnMeasure): string {
  return definitions[measured[drawn]].label
}

/** What one chose to have drawn. */
export function drawnOf(asked: Asked): DrawnMeasure {
  return oneOf(drawnMeasures, asked.query.drawn, 'supporters')
}

/** `began`: the first day on which anything was counted. `choice`: what is drawn is chosen here. */
type Props = { ctx: Context; asked: Asked; began: string | null; choice?: boolean }

/** One measure by day or by hour, beside the span before, with what happened meanwhile. */
export async function Course({ ctx, asked, began, choice = false }: Props) {
  const by = bucketsOf(asked)
  const { campaign } = asked
  const [now, before, marks] = await Promise.all([
    seriesOf(ctx, asked.scope, by),
    seriesOf(ctx, asked.before, by),
    campaign ? marksOf(ctx, { ...asked.scope, campaignId: campaign.id }) : [],
  ])
  const drawn = drawnOf(asked)
  const label = labelOf(drawn)
  const length = Math.max(1, now.buckets.length, before.buckets.length)
  const moments = Array.from({ length }, (_, at) => placeOf(now, at, by))
  return (
    <section className="space-y-3" aria-label={`${label} by ${by}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 className="text-h3">{`${label} by ${by}`}</h2>
        <ByDayOrHour asked={asked} by={by} />
      </div>
      {choice && <MeasureLinks asked={asked} drawn={drawn} />}
      <Chart
        title={`${label} by ${by}, beside the span before`}
        moments={moments.map(momentOf)}
        labels={moments.map((at) => momentWords(at, shortDate))}
        lines={[
          { name: label.toLowerCase(), look: 'main', values: valuesOf(now.buckets, drawn, length) },
          ...(began !== null && began <= asked.span.before.to
            ? [
                {
                  name: 'in the span before',
                  look: 'ghost' as const,
                  values: since(began, before.buckets, drawn, length),
                },
              ]
            : []),
        ]}
        isUnfinished={now.isUnfinished}
        readAt={Math.max(0, now.buckets.length - 1)}
        marks={marks.map(markShown(by)).filter(({ at }) => at <= momentOf(moments.at(-1) ?? ''))}
      >
        <Details look="plain" summary="See as a table">
          <SeriesTable series={now} by={by} />
        </Details>
      </Chart>
    </section>
  )
}

/** By which buckets a span is drawn. */
export function bucketsOf(asked: Asked): 'day' | 'hour' {
  const { span, query } = asked
  if (!mayBeByHour(asked)) return 'day'
  return oneOf(['day', 'hour'], query.by, span.days <= HOURLY_DAYS ? 'hour' : 'day')
}

function mayBeByHour({ span, scope: { seats, source } }: Asked): boolean {
  return span.days <= (seats && source !== undefined ? MOST_HOURS_DAYS_OF_BOTH : MOST_HOURS_DAYS)
}

/** The ways to see it, the chosen one marked. */
function ByDayOrHour({ asked, by }: { asked: Asked; by: 'day' | 'hour' }) {
  if (!mayBeByHour(asked)) return null
  return (
    <p className="flex">
      {(['day', 'hour'] as const).map((each) => (
        <a
          key={each}
          href={addressOf(asked, { by: each })}
          aria-current={each === by ? 'true' : undefined}
          className={`-ml-0.5 inline-flex min-h-target items-center border-2 border-edge px-3 font-semibold first:ml-0 ${each === by ? 'bg-ink text-ground no-underline' : 'link-plain'}`}
        >
          {`By ${each}`}
        </a>
      ))}
    </p>
  )
}

function MeasureLinks({ asked, drawn }: { asked: Asked; drawn: DrawnMeasure }) {
  return (
    <p className="flex flex-wrap gap-x-6">
      {drawnMeasures.map((each) => (
        <a
          key={each}
          href={addressOf(asked, { drawn: each })}
          aria-current={each === drawn ? 'true' : undefined}
          className={`inline-flex min-h-target items-center ${each === drawn ? 'border-b-4 border-amber font-semibold' : 'link'}`}
        >
          {labelOf(each)}
        </a>
      ))}
    </p>
  )
}

const MOST_ROWS = 100

function SeriesTable({ series: { buckets, isUnfinished }, by }: { series: Series; by: 'day' | 'hour' }) {
  const last = buckets.at(-1)
  const rows = buckets
    .filter((each) => by === 'day' || each === last || drawnMeasures.some((name) => each[name] !== 0))
    .toReversed()
  return (
    <>
      <Table
        caption={`By ${by}, the latest first`}
        columns={[
          { label: by === 'day' ? 'Day' : 'Hour' },
          ...drawnMeasures.map((name) => ({ label: labelOf(name), numeric: true })),
        ]}
        rows={rows.slice(0, MOST_ROWS).map((each) => ({
          key: each.at,
          cells: [
            <span key="at">{`${momentWords(each.at, shortDate)}${isUnfinished && each === last ? ', so far' : ''}`}</span>,
            ...drawnMeasures.map((name) => grouped(each[name])),
          ],
        }))}
      />
      {rows.length > MOST_ROWS && (
        <p className="text-muted">{`The latest ${MOST_ROWS} are shown: the file has all.`}</p>
      )}
    </>
  )
}

function valuesOf(buckets: readonly Bucket[], drawn: DrawnMeasure, length: number): (number | null)[] {
  return Array.from({ length }, (_, at) => buckets[at]?.[drawn] ?? null)
}

/** The same from the first day on: before it nothing could be counted, which is not none. */
function since(began: string, buckets: readonly Bucket[], drawn: DrawnMeasure, length: number): (number | null)[] {
  return valuesOf(buckets, drawn, length).map((value, at) => ((buckets[at]?.at ?? '') < began ? null : value))
}

/** The moment of a bucket of this span, also of one that is still to come. */
function placeOf({ buckets }: Series, at: number, by: 'day' | 'hour'): string {
  const first = momentOf(buckets[0]?.at ?? '2000-01-01').getTime()
  const step = by === 'day' ? 24 : 1
  const moment = new Date(first + at * step * 3_600_000).toISOString()
  return by === 'day' ? moment.slice(0, 10) : moment.slice(0, 13)
}

function markShown(by: 'day' | 'hour') {
  return ({ at, kind, what }: Mark): ChartMark => ({
    at: momentOf(by === 'day' ? at.slice(0, 10) : at),
    words: `${shortDate(new Date(`${at.slice(0, 10)}T12:00:00Z`))}: ${happened(kind, what)}`,
  })
}

function happened(kind: Mark['kind'], what: string): string {
  if (kind === 'version') return `version ${what} went live`
  if (kind === 'closed') return 'closed'
  if (kind === 'paused') return 'paused'
  if (kind === 'reopened') return 'opened again'
  if (kind === 'resumed') return 'went on after a pause'
  const [of, ...subject] = what.split(' ')
  return of === 'letters'
    ? `${grouped(Number(subject[0]))} letters accepted`
    : `every MP of ${subject.join(' ')} has had a letter`
}
