import type { ReactNode } from 'react'
import type { Totals } from '@/components/figures/live-feed'
import { Section } from '@/components/ui/section'
import { Unbroken } from '@/components/ui/unbroken'
import { grouped, timeAndDate } from '@/lib/kernel/text'

type Props = {
  figures: Omit<Totals, 'goal'>
  /** When they were counted. */
  countedAt: Date
  /** What is told of the visitor's own constituency. */
  own?: ReactNode
  heading?: string
  /** The map of constituencies, counted at the same moment. */
  children?: ReactNode
}

/** How far the campaign has come, in three figures, and on the map: all of one moment, which is named. */
export function FiguresBand({ figures, countedAt, own, heading = 'So far', children }: Props) {
  const { supporters, letters, constituencies } = figures
  return (
    <Section id="figures" heading={heading}>
      <dl className="grid gap-y-1 sm:grid-cols-3">
        <Figure count={supporters}>{supporters === 1 ? 'supporter' : 'supporters'}</Figure>
        <Figure count={letters}>{letters === 1 ? 'letter sent' : 'letters sent'}</Figure>
        <Figure count={constituencies}>of 650 constituencies</Figure>
      </dl>
      <p className="mt-2 text-note text-muted">
        Counted at{' '}
        <time dateTime={countedAt.toISOString()}>
          <Unbroken>{timeAndDate(countedAt)}</Unbroken>
        </time>
        .
      </p>
      {own}
      {children && <div className="mt-4 max-w-measure sm:mt-6">{children}</div>}
    </Section>
  )
}

function Figure({ count, children }: { count: number; children: ReactNode }) {
  return (
    <div className="flex flex-row-reverse flex-wrap-reverse items-baseline justify-end gap-x-3 sm:flex-col-reverse sm:flex-nowrap sm:items-start sm:gap-1 sm:border-l sm:border-hair sm:px-6 sm:first:border-0 sm:first:pl-0">
      <dt className="min-w-0">{children}</dt>
      <dd className="text-figure tabular-nums">{grouped(count)}</dd>
    </div>
  )
}
