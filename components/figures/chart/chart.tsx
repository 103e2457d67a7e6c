import { area, curveLinear, line } from 'd3-shape'
import type { ReactNode } from 'react'
import { ACROSS, timeAxis, valueAxis } from './axes'
import { ChartReader } from './chart-reader'

/** `null`: nothing is known, or not yet. */
type Values = readonly (number | null)[]

/** How a line looks: a class of app/charts.css. `main` has its area filled; `ghost` is the span before. */
export type ChartLine = { name: string; look: 'main' | 'ghost' | 'goal' | 'ahead'; values: Values }

export type ChartMark = { at: Date; words: string }

type Props = {
  /** What is drawn, in words; its numbers stand in the table. */
  title: string
  /** London's clock written as if it were UTC, in order. */
  moments: readonly Date[]
  /** What each of them is called where its values are read. */
  labels: readonly string[]
  /** The first is what is read first. */
  lines: readonly ChartLine[]
  /** Between what is to be expected. */
  band?: { low: Values; high: Values }
  /** Whether the last value of the first line is of a time that is not over. */
  isUnfinished?: boolean
  marks?: readonly ChartMark[]
  /** Which moment is read before anybody points at one. */
  readAt?: number
  size?: 'full' | 'small'
  /** The highest value of the axis, where several charts share one. */
  most?: number
  children?: ReactNode
}

const SIZES = { full: { height: 220, values: 4, times: 6 }, small: { height: 90, values: 2, times: 4 } }

/**
 * Lines over time. Drawn by the server and stretched to the width that there is, while texts and strokes keep their size:
 * they are read off the axes, and by pointer, finger or arrow keys. `children` is its table.
 */
export function Chart({ title, moments, lines, labels, band, isUnfinished = false, marks = [], ...rest }: Props) {
  const { size = 'full', children } = rest
  const { height, values: named, times: dated } = SIZES[size]
  const drawn = [...lines.map(({ values }) => values), ...(band ? [band.low, band.high] : [])]
  const most = rest.most ?? Math.max(0, ...drawn.flatMap((values) => values.map((value) => value ?? 0)))
  const { down, ticks } = valueAxis(most, height, named)
  const { across, ticks: times } = timeAxis(moments, dated)
  const at = (index: number) => across(moments[index] ?? new Date(0))
  const gutter = `${Math.max(...ticks.map(({ words }) => words.length)) * 0.6 + 0.6}em`
  return (
    <figure className="chart space-y-2">
      {size === 'full' && <Key lines={lines} isUnfinished={isUnfinished} hasBand={band !== undefined} />}
      <div className="grid grid-cols-[auto_minmax(0,1fr)]">
        <div className="col-start-1 row-start-2">
          <svg width={gutter} height={height} className="overflow-visible" aria-hidden="true" focusable="false">
            {ticks.map((tick) => (
              <text key={tick.words} x="100%" dx="-0.5em" y={tick.at} dy="0.35em" textAnchor="end">
                {tick.words}
              </text>
            ))}
          </svg>
        </div>
        <div className="col-start-2 row-start-3">
          <svg width="100%" height="1.7em" className="overflow-visible" aria-hidden="true" focusable="false">
            {times.map((tick, index) => (
              <text
                key={tick.words}
                x={percent(tick.at)}
                y="1.2em"
                textAnchor={anchorOf(tick.at)}
                className={index % 2 === 1 && times.length > 4 ? 'max-sm:hidden' : ''}
              >
                {tick.words}
              </text>
            ))}
          </svg>
        </div>
        <ChartReader
          title={title}
          labels={labels}
          lines={readable(lines)}
          places={moments.map((moment) => Number((across(moment) / ACROSS).toFixed(4)))}
          start={rest.readAt ?? moments.length - 1}
          isUnfinished={isUnfinished}
        >
          <svg width="100%" height={height} className="block overflow-visible" role="img" aria-label={title}>
            {ticks.map((tick) => (
              <line key={tick.words} x1="0" x2="100%" y1={tick.at} y2={tick.at} className="chart-grid" />
            ))}
            <line x1="0" x2="100%" y1={height} y2={height} className="chart-base" />
            {times.map((tick) => (
              <line
                key={tick.words}
                x1={percent(tick.at)}
                x2={percent(tick.at)}
                y1={height}
                y2={height + 5}
                className="chart-base"
              />
            ))}
            <svg
              x="0"
              y="0"
              width="100%"
              height={height}
              viewBox={`0 0 ${ACROSS} ${height}`}
              preserveAspectRatio="none"
              aria-hidden="true"
              className="overflow-visible"
            >
              {band && <path d={bandOf(band, at, down)} className="chart-band" />}
              {lines.toReversed().map((each) => (
                <Line key={each.name} {...each} at={at} down={down} height={height} isUnfinished={isUnfinished} />
              ))}
            </svg>
            {marks.map((mark, index) => (
              <g key={`${mark.words} ${mark.at.getTime()}`}>
                <line
                  x1={percent(across(mark.at))}
                  x2={percent(across(mark.at))}
                  y1="0"
                  y2={height}
                  className="chart-mark"
                />
                <text
                  x={percent(across(mark.at))}
                  y={rowOf(marks, index, across)}
                  dx={across(mark.at) > ACROSS * 0.95 ? '-0.3em' : '0.3em'}
                  dy="0.7em"
                  textAnchor={across(mark.at) > ACROSS * 0.95 ? 'end' : 'start'}
                  className="chart-mark-name"
                >
                  {index + 1}
                </text>
              </g>
            ))}
          </svg>
        </ChartReader>
      </div>
      {marks.length > 0 && (
        <ol className="list-decimal columns-1 gap-x-8 pl-6 text-muted sm:columns-2">
          {marks.map((mark) => (
            <li key={`${mark.words} ${mark.at.getTime()}`}>{mark.words}</li>
          ))}
        </ol>
      )}
      {children}
    </figure>
  )
}

type Drawn = ChartLine & {
  at: (index: number) => number
  down: (value: number) => number
  height: number
  isUnfinished: boolean
}

function Line({ look, values, at, down, height, isUnfinished }: Drawn) {
  const last = values.findLastIndex((value) => value !== null)
  // What is not over yet is drawn apart, broken.
  const isOpen = look === 'main' && isUnfinished && last > 0
  const whole = isOpen ? values.slice(0, last) : values
  const stroke = line<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => at(index))
    .y((value) => down(value ?? 0))
    .curve(curveLinear)
    .digits(1)
  const open = values.slice(last - 1, last + 1)
  const dot = whole.length === 1 || (last === 0 && values.length === 1)
  return (
    <>
      {look === 'main' && (
        <path
          d={
            area<number | null>()
              .defined((value) => value !== null)
              .x((_, index) => at(index))
              .y0(height)
              .y1((value) => down(value ?? 0))
              .digits(1)(whole) ?? ''
          }
          className="chart-area"
        />
      )}
      <path d={stroke(whole) ?? ''} className={`chart-line chart-${look}`} />
      {dot && <path d={`M${at(0)} ${down(values[0] ?? 0)}h.01`} className={`chart-line chart-${look} chart-dot`} />}
      {isOpen && (
        <path
          d={`M${at(last - 1).toFixed(1)} ${down(open[0] ?? 0).toFixed(1)}L${at(last).toFixed(1)} ${down(open[1] ?? 0).toFixed(1)}`}
          className="chart-line chart-main chart-open"
        />
      )}
    </>
  )
}

function bandOf({ low, high }: { low: Values; high: Values }, at: (index: number) => number, down: Drawn['down']) {
  return (
    area<number | null>()
      .defined((value, index) => value !== null && high[index] !== null)
      .x((_, index) => at(index))
      .y0((value) => down(value ?? 0))
      .y1((_, index) => down(high[index] ?? 0))
      .digits(1)([...low]) ?? ''
  )
}

function Key({ lines, isUnfinished, hasBand }: Pick<Props, 'lines'> & { isUnfinished: boolean; hasBand: boolean }) {
  return (
    <p className="flex flex-wrap gap-x-5 gap-y-1" aria-hidden="true">
      {lines.map(({ name, look }) => (
        <Sample key={name} look={look} name={name} />
      ))}
      {isUnfinished && <Sample look="main chart-open" name="not over yet" />}
      {hasBand && <Sample look="band" name="its range" />}
    </p>
  )
}

function Sample({ look, name }: { look: string; name: string }) {
  return (
    <span className="inline-flex items-center gap-2">
      <svg viewBox="0 0 28 10" width="28" height="10" aria-hidden="true" focusable="false">
        <path
          d={look === 'band' ? 'M0 0h28v10h-28z' : 'M0 5h28'}
          className={look === 'band' ? 'chart-band' : `chart-line chart-${look}`}
        />
      </svg>
      <span>{name}</span>
    </span>
  )
}

/** What is to be expected is read where nothing is known yet. */
function readable(lines: readonly ChartLine[]): { name: string; values: Values }[] {
  const known = lines.find(({ look }) => look === 'main')?.values ?? []
  return lines.map(({ name, look, values }) => ({
    name,
    values: look === 'ahead' ? values.map((value, at) => (known[at] == null ? value : null)) : values,
  }))
}

/** Marks that stand close to each other have their numbers below each other. */
function rowOf(marks: readonly ChartMark[], index: number, across: (at: Date) => number): number {
  let row = 0
  for (let before = index - 1; before >= 0; before--) {
    const here = marks[index]
    const there = marks[before]
    if (!here || !there || across(here.at) - across(there.at) > ACROSS / 25) break
    row += 1
  }
  return (row % 6) * 16
}

function percent(across: number): string {
  return `${(across / (ACROSS / 100)).toFixed(2)}%`
}

function anchorOf(across: number): 'start' | 'middle' | 'end' {
  if (across < ACROSS * 0.05) return 'start'
  return across > ACROSS * 0.95 ? 'end' : 'middle'
}
