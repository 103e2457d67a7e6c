import { ascending, descending } from 'd3-array'
import { DownloadLinks } from '@/app/staff/_figures/download-links'
import { NO_SOURCE } from '@/app/staff/_figures/narrowed'
import { sourceWords } from '@/app/staff/_figures/source-words'
import { Table } from '@/components/ui/table'
import { proportionOf } from '@/lib/figures/dashboard/proportion'
import { type SourceFigures, type SourceKind, sourceFigures, sourceKinds } from '@/lib/figures/dashboard/sources'
import { definitions } from '@/lib/figures/definitions'
import { share } from '@/lib/figures/share'
import type { Context } from '@/lib/kernel/context'
import { grouped } from '@/lib/kernel/text'
import { Pages, pageOf } from './pages'
import { type Asked, addressOf, oneOf } from './view'

const sorts = ['name', 'viewed', 'found', 'submitted', 'supporters', 'letters'] as const
type Sort = (typeof sorts)[number]

/** Where people came from, how far they went, and how sure that is; sorted both ways. */
export async function SourcesView({ ctx, asked }: { ctx: Context; asked: Asked }) {
  const kind = oneOf(sourceKinds, asked.query.kind, 'source')
  const sort = oneOf(sorts, asked.query.sort, 'supporters')
  const isUp = sort === 'name' ? asked.query.up !== '0' : asked.query.up === '1'
  const rows = sorted(await sourceFigures(ctx, asked.scope, kind), sort, isUp)
  const { page, pages, shown } = pageOf(asked, rows)
  const heading = (column: Sort) => ({
    href: addressOf(asked, {
      sort: column,
      up: column === sort ? (isUp ? '0' : '1') : column === 'name' ? '1' : '0',
      page: '',
    }),
    now: column === sort ? (isUp ? ('ascending' as const) : ('descending' as const)) : null,
  })
  return (
    <div className="space-y-6">
      <p className="flex flex-wrap gap-x-6">
        {sourceKinds.map((each) => (
          <a
            key={each}
            href={addressOf(asked, { kind: each, page: '' })}
            aria-current={each === kind ? 'true' : undefined}
            className={`inline-flex min-h-target items-center ${each === kind ? 'border-b-4 border-amber font-semibold' : 'link'}`}
          >
            {sourceWords[each]}
          </a>
        ))}
      </p>
      <p className="max-w-measure text-muted">
        <span>
          {kind === 'share'
            ? 'A code stands for a supporter’s own link, and says nothing of who they are.'
            : 'Of a page that led here its host alone is kept.'}
        </span>
        <span>
          {' '}
          The interval is where the true share of supporters among views lies in nineteen of twenty cases (Wilson’s
          method).
        </span>
      </p>
      <Table
        caption={`Sources by ${sourceWords[kind]}`}
        captionHidden
        columns={[
          { label: sourceWords[kind], sort: heading('name') },
          { label: 'Views', numeric: true, sort: heading('viewed') },
          { label: definitions.found.label, numeric: true, sort: heading('found') },
          { label: definitions.submitted.label, numeric: true, sort: heading('submitted') },
          { label: definitions.confirmed.label, numeric: true, sort: heading('supporters') },
          { label: 'Letters', numeric: true, sort: heading('letters') },
          { label: 'Of views', numeric: true },
          { label: 'Interval', numeric: true },
        ]}
        rows={shown.map((row) => ({
          key: row.name,
          cells: [
            <SourceName key="name" asked={asked} kind={kind} name={row.name} />,
            grouped(row.viewed),
            grouped(row.found),
            grouped(row.submitted),
            grouped(row.supporters),
            grouped(row.letters),
            share(row.supporters, row.viewed) || 'not known',
            intervalWords(row),
          ],
        }))}
      />
      <Pages asked={asked} page={page} pages={pages} rows={rows.length} />
      <p>
        {asked.campaign ? (
          <a className="link" href={`/staff/campaigns/${asked.campaign.id}/spread`}>
            {`Links, a frame and a poster to spread “${asked.campaign.name}”`}
          </a>
        ) : (
          'Choose one campaign above to find its links, its frame and its poster.'
        )}
      </p>
      <p className="flex flex-wrap items-center gap-x-5 text-muted">
        As a file: <DownloadLinks scope={asked} by="source" kind={kind} what={`sources by ${sourceWords[kind]}`} />
      </p>
    </div>
  )
}

/** What the figures can be narrowed to leads there. */
function SourceName({ asked, kind, name }: { asked: Asked; kind: SourceKind; name: string }) {
  const words = name || 'none'
  if (kind !== 'source') return <span className="break-all">{words}</span>
  return (
    <a className="link-plain break-all" href={addressOf(asked, { view: 'overview', source: name || NO_SOURCE })}>
      {words}
    </a>
  )
}

function intervalWords({ supporters, viewed }: SourceFigures): string {
  if (supporters > viewed) return 'not known'
  const known = proportionOf(supporters, viewed)
  return known ? `${(known.low * 100).toFixed(1)} to ${(known.high * 100).toFixed(1)}%` : 'too early to say'
}

function sorted(rows: readonly SourceFigures[], sort: Sort, isUp: boolean): SourceFigures[] {
  const order = isUp ? ascending : descending
  return rows.toSorted((a, b) => {
    const byName = a.name.localeCompare(b.name, 'en-GB')
    return sort === 'name' ? (isUp ? byName : -byName) : order(a[sort], b[sort]) || byName
  })
}
