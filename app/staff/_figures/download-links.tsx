import type { SourceKind } from '@/lib/figures/dashboard/sources'
import type { FigureGroup } from '@/lib/figures/export/input'
import type { Asked } from './asked'

type Figures = {
  scope: Pick<Asked, 'campaign' | 'span'>
  by: FigureGroup
  kind?: SourceKind
}

const words = { csv: 'CSV', json: 'JSON' } as const
type Format = keyof typeof words
const formats: Format[] = ['csv', 'json']

/** Links to the figures of a scope as files. `what` they hold is for those who hear nothing of what stands beside. */
export function DownloadLinks({ what, ...figures }: Figures & { what: string }) {
  return (
    <span className="inline-flex gap-x-5">
      {formats.map((format) => (
        <a
          key={format}
          download
          className="link inline-flex min-h-target items-center"
          href={exportAddress(figures, format)}
        >
          {words[format]}
          <span className="sr-only"> of {what}</span>
        </a>
      ))}
    </span>
  )
}

function exportAddress({ scope: { campaign, span }, by, kind }: Figures, format: Format): string {
  const query = { campaign: campaign?.slug ?? 'all', from: span.from, to: span.to, by, ...(kind && { kind }), format }
  return `/staff/exports/figures?${new URLSearchParams(query)}`
}
