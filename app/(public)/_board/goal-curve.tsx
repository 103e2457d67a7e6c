import { Chart } from '@/components/figures/chart/chart'
import { momentOf } from '@/components/figures/chart/moments'
import { Details } from '@/components/ui/details'
import { Table } from '@/components/ui/table'
import {
  AHEAD_MOST,
  type Curve,
  curveOf,
  PROJECTED_AFTER,
  type Projection,
  projectionOf,
} from '@/lib/figures/dashboard/curve'
import { goalShown } from '@/lib/figures/public/goal'
import type { Context } from '@/lib/kernel/context'
import { counted, grouped, longDate, shortDate } from '@/lib/kernel/text'
import { addDays, daysBetween } from '@/lib/kernel/time/day'

/** What is drawn of the time to come: as long as there has been, and never more than so many days. */
const DRAWN_AHEAD = 90

type Props = {
  ctx: Context
  campaign: { id: string; goal: number; closedAt: Date | null }
  /** Whether its table stands beneath it. */
  withTable?: boolean
}

/** All supporters since the start against the goal, and when it is to be expected. */
export async function GoalCurve({ ctx, campaign, withTable = true }: Props) {
  const curve = await curveOf(ctx, campaign.id)
  const isClosed = campaign.closedAt !== null
  const total = curve.days.at(-1)?.total ?? 0
  const goal = goalShown(campaign.goal, total)
  const projection = isClosed ? null : projectionOf(curve, goal)
  const { days, lines, band } = drawnOf(curve, goal, projection)
  return (
    <section className="space-y-3" aria-label="Since the start">
      <h2 className="text-h3">Since the start, against the goal</h2>
      <p className="max-w-measure">
        <strong>{`${counted(total, 'supporter')} of ${grouped(goal)}`}</strong>
        <span>{`: ${Math.floor((total / goal) * 100)}%. `}</span>
        <span>{projectionWords(curve, projection, isClosed)}</span>
      </p>
      {curve.days.length > 1 && (
        <Chart
          title={`Supporters in all since the start, and the goal of ${grouped(goal)}`}
          moments={days.map(momentOf)}
          labels={days.map((day) => dayWords(day, shortDate))}
          lines={lines}
          {...(band ? { band } : {})}
          readAt={curve.days.length - 1}
        >
          {withTable && <CurveTable curve={curve} />}
        </Chart>
      )}
    </section>
  )
}

function CurveTable({ curve }: { curve: Curve }) {
  return (
    <Details look="plain" summary="See as a table">
      <Table
        caption="Supporters in all at the end of each day, the latest first"
        columns={[
          { label: 'Day' },
          { label: 'Supporters in all', numeric: true },
          { label: 'On that day', numeric: true },
        ]}
        rows={curve.days
          .toReversed()
          .slice(0, 100)
          .map(({ day, supporters, total: all }, at) => ({
            key: day,
            cells: [`${dayWords(day, shortDate)}${at === 0 ? ', so far' : ''}`, grouped(all), grouped(supporters)],
          }))}
      />
      {curve.days.length > 100 && <p className="text-muted">The latest 100 days are shown.</p>}
    </Details>
  )
}

function drawnOf({ days: past }: Curve, goal: number, projection: Projection | null) {
  const today = past.at(-1)
  const total = today?.total ?? 0
  const until = projection?.latest ?? projection?.reached ?? projection?.soonest ?? null
  const wanted = projection && today ? (until ? daysBetween(today.day, until) : DRAWN_AHEAD) : 0
  const ahead = Math.min(wanted, DRAWN_AHEAD, Math.max(past.length, PROJECTED_AFTER))
  const later = Array.from({ length: ahead }, (_, at) => addDays(today?.day ?? '', at + 1))
  const blank = past.slice(0, -1).map(() => null)
  const going = (pace: number) => [
    ...blank,
    ...[0, ...later.map((_, at) => at + 1)].map((at) => Math.min(goal, total + pace * at)),
  ]
  const all = [...past.map(({ day }) => day), ...later]
  return {
    days: all,
    lines: [
      {
        name: 'supporters in all',
        look: 'main' as const,
        values: [...past.map((each) => each.total), ...later.map(() => null)],
      },
      ...(projection ? [{ name: 'to be expected', look: 'ahead' as const, values: going(projection.perDay) }] : []),
      { name: 'goal', look: 'goal' as const, values: all.map(() => goal) },
    ],
    band: projection ? { low: going(projection.slowest), high: going(projection.quickest) } : null,
  }
}

function projectionWords(curve: Curve, projection: Projection | null, isClosed: boolean): string {
  if (isClosed) return 'The campaign is closed: nothing is projected.'
  if (!projection)
    return curve.days.length <= PROJECTED_AFTER
      ? `Too early to say when the goal is reached: that takes ${PROJECTED_AFTER} whole days.`
      : 'Nobody came in the last four weeks: nothing can be said of when the goal is reached.'
  const { perDay, reached, soonest, latest } = projection
  const pace = `At the pace of the last ${PROJECTED_AFTER} whole days, ${perDay < 10 ? perDay.toFixed(1) : grouped(Math.round(perDay))} a day, the goal is reached`
  const when = reached ? ` about ${dayWords(reached)}` : `, if at all, more than ${AHEAD_MOST} days from now`
  const early = soonest ? dayWords(soonest) : `${AHEAD_MOST} days from now`
  const late = latest ? dayWords(latest) : 'not within a year'
  return `${pace}${when}. Between the quickest and the slowest seven days of the last four weeks: ${early}, or ${late}.`
}

function dayWords(day: string, dated: (date: Date) => string = longDate): string {
  return dated(new Date(`${day}T12:00:00Z`))
}
