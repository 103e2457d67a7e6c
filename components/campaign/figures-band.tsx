import type { ReactNode } from 'react'
import type { Totals } from '@/components/figures/live-feed'
import { LiveNumber } from '@/components/figures/live-number'
import { Section } from '@/components/ui/section'

type Props = {
  slug: string
  figures: Totals
  heading?: string
  /** The map of constituencies. */
  children?: ReactNode
}

/** How far the campaign has come, in three figures, and on the map. */
export function FiguresBand({ slug, figures, heading = 'So far', children }: Props) {
  const live = (of: 'supporters' | 'letters' | 'constituencies') => <LiveNumber slug={slug} figures={figures} of={of} />
  return (
    <Section id="figures" heading={heading}>
      <dl className="grid gap-y-1 sm:grid-cols-3">
        <Figure count={live('supporters')}>{figures.supporters === 1 ? 'supporter' : 'supporters'}</Figure>
        <Figure count={live('letters')}>{figures.letters === 1 ? 'letter sent' : 'letters sent'}</Figure>
        <Figure count={live('constituencies')}>of 650 constituencies</Figure>
      </dl>
      {children && <div className="mt-8">{children}</div>}
    </Section>
  )
}

function Figure({ count, children }: { count: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-row-reverse flex-wrap-reverse items-baseline justify-end gap-x-3 sm:flex-col-reverse sm:flex-nowrap sm:items-start sm:gap-1 sm:border-l sm:border-hair sm:px-6 sm:first:border-0 sm:first:pl-0">
      <dt className="min-w-0">{children}</dt>
      <dd className="text-figure tabular-nums">{count}</dd>
    </div>
  )
}
