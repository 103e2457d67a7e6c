import { one } from '@/app/staff/_figures/asked'
import { DownloadLinks } from '@/app/staff/_figures/download-links'
import { Button } from '@/components/ui/button'
import { Table } from '@/components/ui/table'
import { type PlaceFigures, type PlaceKind, placeFigures, placeKinds } from '@/lib/figures/dashboard/places'
import type { Context } from '@/lib/kernel/context'
import { counted, grouped } from '@/lib/kernel/text'
import { StaffMap } from './staff-map'
import { type Asked, addressOf, oneOf } from './view'

const words: Record<PlaceKind, string> = {
  constituency: 'Constituency',
  mp: 'MP',
  party: 'Party',
  nation: 'Nation',
  region: 'Region',
}
const sorts = ['supporters', 'letters', 'answered', 'acknowledged', 'found', 'name'] as const
type Sort = (typeof sorts)[number]

/** Figures by place: sorted, searched, and on the map. */
export async function PlacesView({ ctx, asked }: { ctx: Context; asked: Asked }) {
  const kind = oneOf(placeKinds, asked.query.kind, 'constituency')
  const sort = oneOf(sorts, asked.query.sort, 'supporters')
  const search = one(asked.query.q).trim()
  const all = await placeFigures(ctx, asked.scope, kind)
  const rows = sorted(
    all.filter((place) => holds(place, search)),
    sort,
  )
  const heading = (column: Sort) => ({
    href: addressOf(asked, { sort: column }),
    now: column === sort ? (column === 'name' ? ('ascending' as const) : ('descending' as const)) : null,
  })
  const hasBeside = kind === 'constituency' || kind === 'mp'
  return (
    <div className="space-y-6">
      <p className="flex flex-wrap gap-x-6">
        {placeKinds.map((each) => (
          <a
            key={each}
            className="link"
            href={addressOf(asked, { kind: each, q: '' })}
            aria-current={each === kind ? 'true' : undefined}
          >
            By {words[each] === 'MP' ? 'MP' : words[each].toLowerCase()}
          </a>
        ))}
      </p>
      <form
        id="search-form"
        method="get"
        action="/staff/dashboard"
        className="flex flex-wrap items-end gap-x-4 gap-y-2"
      >
        {Object.entries({
          view: 'places',
          campaign: asked.campaign?.slug ?? 'all',
          from: asked.span.from,
          to: asked.span.to,
          kind,
          sort,
        }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label className="font-bold">
          Search
          <input name="q" type="search" defaultValue={search} maxLength={80} className="control font-normal" />
        </label>
        <Button look="second">Search</Button>
        <p role="status">
          {search ? `${counted(rows.length, 'row')} of ${grouped(all.length)}` : counted(rows.length, 'row')}
        </p>
      </form>
      <p className="flex flex-wrap items-center gap-x-5 text-muted">
        As a file, by constituency: <DownloadLinks scope={asked} by="constituency" what="figures by constituency" />
      </p>
      <div className={kind === 'constituency' ? 'grid items-start gap-10 lg:grid-cols-[minmax(0,1fr)_22rem]' : ''}>
        <Table
          caption={`Figures by ${kind === 'mp' ? 'MP' : kind}`}
          captionHidden
          columns={[
            { label: words[kind], sort: heading('name') },
            ...(hasBeside ? [{ label: kind === 'mp' ? 'Constituency' : 'MP' }] : []),
            { label: 'MP found', numeric: true, sort: heading('found') },
            { label: 'Supporters', numeric: true, sort: heading('supporters') },
            { label: 'Letters', numeric: true, sort: heading('letters') },
            { label: 'Real answers', numeric: true, sort: heading('answered') },
            { label: 'Acknowledged only', numeric: true, sort: heading('acknowledged') },
          ]}
          rows={rows.map((place) => ({
            key: place.key,
            id: place.key,
            cells: [
              place.name,
              ...(hasBeside ? [place.beside] : []),
              ...[place.found, place.supporters, place.letters, place.answered, place.acknowledged].map(grouped),
            ],
          }))}
        />
        {kind === 'constituency' && <StaffMap places={all} />}
      </div>
    </div>
  )
}

function holds({ name, beside }: PlaceFigures, search: string): boolean {
  return `${name} ${beside}`.toLocaleLowerCase('en-GB').includes(search.toLocaleLowerCase('en-GB'))
}

function sorted(places: PlaceFigures[], sort: Sort): PlaceFigures[] {
  const byName = (a: PlaceFigures, b: PlaceFigures) => a.name.localeCompare(b.name, 'en-GB')
  return places.toSorted(sort === 'name' ? byName : (a, b) => b[sort] - a[sort] || byName(a, b))
}
