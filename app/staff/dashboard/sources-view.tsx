import { DownloadLinks } from '@/app/staff/_figures/download-links'
import { sourceWords } from '@/app/staff/_figures/source-words'
import { Table } from '@/components/ui/table'
import { sourceFigures, sourceKinds } from '@/lib/figures/dashboard/sources'
import { share } from '@/lib/figures/share'
import type { Context } from '@/lib/kernel/context'
import { grouped } from '@/lib/kernel/text'
import { type Asked, addressOf, oneOf } from './view'

type Props = { ctx: Context; asked: Asked; campaigns: readonly { id: string; name: string }[] }

/** Where people came from, and how far they went. */
export async function SourcesView({ ctx, asked, campaigns }: Props) {
  const kind = oneOf(sourceKinds, asked.query.kind, 'source')
  const rows = await sourceFigures(ctx, asked.scope, kind)
  return (
    <div className="space-y-6">
      <p className="flex flex-wrap gap-x-6">
        {sourceKinds.map((each) => (
          <a
            key={each}
            className="link"
            href={addressOf(asked, { kind: each })}
            aria-current={each === kind ? 'true' : undefined}
          >
            {sourceWords[each]}
          </a>
        ))}
      </p>
      <p className="max-w-measure text-muted">
        {kind === 'share'
          ? 'A code stands for a supporter’s own link, and says nothing of who they are.'
          : 'Of a page that led here its host alone is kept.'}
      </p>
      <Table
        caption={`Sources by ${sourceWords[kind]}`}
        captionHidden
        columns={[
          { label: sourceWords[kind] },
          { label: 'Views', numeric: true },
          { label: 'MP found', numeric: true },
          { label: 'Submitted', numeric: true },
          { label: 'Supporters', numeric: true },
          { label: 'Of views', numeric: true },
        ]}
        rows={rows.map((row) => ({
          key: row.name,
          cells: [
            <span key="name" className="break-all">
              {row.name || 'none'}
            </span>,
            grouped(row.viewed),
            grouped(row.found),
            grouped(row.submitted),
            grouped(row.supporters),
            share(row.supporters, row.viewed),
          ],
        }))}
      />
      <ul>
        {campaigns
          .filter(({ id }) => asked.campaign === null || asked.campaign.id === id)
          .map(({ id, name }) => (
            <li key={id}>
              <a className="link" href={`/staff/campaigns/${id}/spread`}>
                Links, a frame and a poster to spread “{name}”
              </a>
            </li>
          ))}
      </ul>
      <p className="flex flex-wrap items-center gap-x-5 text-muted">
        As a file: <DownloadLinks scope={asked} by="source" kind={kind} what={`sources by ${sourceWords[kind]}`} />
      </p>
    </div>
  )
}
