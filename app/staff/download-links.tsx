import type { SourceKind } from '@/lib/figures/dashboard/sources'
import type { FigureGroup } from '@/lib/figures/export/input'
import { exportAddress } from './figures-address'

type Props = {
  scope: Parameters<typeof exportAddress>[0]
  by: FigureGroup
  kind?: SourceKind
  /** What the files hold, for those who hear the links without what stands beside them. */
  what: string
}

/** Links to the figures of a scope as files. */
export function DownloadLinks({ scope, by, kind, what }: Props) {
  const words = { csv: 'CSV', json: 'JSON' } as const
  return (
    <span className="inline-flex gap-x-5">
      {(['csv', 'json'] as const).map((format) => (
        <a
          key={format}
          download
          className="link inline-flex min-h-target items-center"
          href={exportAddress(scope, { by, ...(kind && { kind }), format })}
        >
          {words[format]}
          <span className="sr-only"> of {what}</span>
        </a>
      ))}
    </span>
  )
}
