import type { ReactNode } from 'react'
import { grouped } from '@/lib/kernel/text'
import { Details } from '../ui/details'
import { Section } from '../ui/section'
import { Table } from '../ui/table'

type Props = {
  supporters: number
  letters: number
  constituencies: number
  byConstituency: readonly { code: string; name: string; supporters: number | 'under 5' }[]
  heading?: string
  /** The map of constituencies, where there is one. */
  children?: ReactNode
}

/** How far the campaign has come, in three figures, with every constituency's own folded under them. */
export function FiguresBand({
  supporters,
  letters,
  constituencies,
  byConstituency,
  heading = 'So far',
  children,
}: Props) {
  return (
    <Section id="figures" heading={heading}>
      <dl className="grid gap-y-1 sm:grid-cols-3">
        <Figure count={supporters}>{supporters === 1 ? 'supporter' : 'supporters'}</Figure>
        <Figure count={letters}>{letters === 1 ? 'letter sent' : 'letters sent'}</Figure>
        <Figure count={constituencies}>of 650 constituencies</Figure>
      </dl>
      {children && <div className="mt-8">{children}</div>}
      {byConstituency.length > 0 && (
        <div className="mt-4">
          <Details summary="See as a table" look="plain">
            <Table
              caption="Supporters by constituency"
              columns={[{ label: 'Constituency' }, { label: 'Supporters', numeric: true }]}
              rows={byConstituency.map(({ code, name, supporters: count }) => ({
                key: code,
                cells: [name, typeof count === 'number' ? grouped(count) : count],
              }))}
            />
          </Details>
        </div>
      )}
    </Section>
  )
}

function Figure({ count, children }: { count: number; children: ReactNode }) {
  return (
    <div className="flex flex-row-reverse items-baseline justify-end gap-3 sm:flex-col-reverse sm:items-start sm:gap-1 sm:border-l sm:border-hair sm:px-6 sm:first:border-0 sm:first:pl-0">
      <dt>{children}</dt>
      <dd className="text-figure tabular-nums">{grouped(count)}</dd>
    </div>
  )
}
