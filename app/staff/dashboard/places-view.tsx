import { DownloadLinks } from '@/app/staff/_figures/download-links'
import { narrowingOf } from '@/app/staff/_figures/narrowed'
import { Button } from '@/components/ui/button'
import { Table } from '@/components/ui/table'
import { englishRegions } from '@/lib/directory/english-regions'
import { partyWords } from '@/lib/directory/party-words'
import { allSeats } from '@/lib/directory/seats'
import { type PlaceKind, placeKinds } from '@/lib/figures/dashboard/places'
import { definitions } from '@/lib/figures/definitions'
import type { Context } from '@/lib/kernel/context'
import { counted, grouped } from '@/lib/kernel/text'
import { MajorityNote, majorityWords } from './majorities'
import { OwnListForm } from './own-list-form'
import { Pages, pageOf } from './pages'
import {
  areSeats,
  isUpwards,
  majorityLimits,
  type PlaceRow,
  type PlaceSort,
  type PlacesAsked,
  placeRows,
  placesAsked,
} from './place-rows'
import { StaffMap } from './staff-map'
import { type Asked, addressOf } from './view'

const words: Record<PlaceKind, string> = {
  constituency: 'Constituency',
  mp: 'MP',
  party: 'Party',
  nation: 'Nation',
  region: 'Region',
}

/** Figures by place: narrowed, searched, sorted both ways, and on the map; of each seat its page to pass on. */
export async function PlacesView({ ctx, asked }: { ctx: Context; asked: Asked }) {
  const places = placesAsked(asked)
  const { kind } = places
  const [{ all, rows, own, hasMajorities }, seats] = await Promise.all([placeRows(ctx, asked), allSeats(ctx)])
  const { page, pages, shown } = pageOf(asked, rows)
  const ofSeats = areSeats(kind)
  return (
    <div className="space-y-6">
      <p className="flex flex-wrap gap-x-6">
        {placeKinds.map((each) => (
          <a
            key={each}
            href={addressOf(asked, { kind: each, q: '', page: '', reached: '', majority: '' })}
            aria-current={each === kind ? 'true' : undefined}
            className={`inline-flex min-h-target items-center ${each === kind ? 'border-b-4 border-amber font-semibold' : 'link'}`}
          >
            {`By ${words[each] === 'MP' ? 'MP' : words[each].toLowerCase()}`}
          </a>
        ))}
      </p>
      <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className={kind === 'constituency' ? 'space-y-6' : 'space-y-6 lg:col-span-2'}>
          {own !== null && (
            <p className="max-w-measure">
              <span>{`Of the ${counted(own, 'constituency', 'constituencies')} that the campaign is for. `}</span>
              <a className="link" href={addressOf(asked, { seats: 'all', page: '' })}>
                {`Show all ${grouped(seats.length)}`}
              </a>
            </p>
          )}
          <Narrow
            asked={asked}
            places={places}
            hasMajorities={hasMajorities}
            parties={[...new Set(seats.map(({ mp }) => (mp ? partyWords(mp.party) : 'Vacant')))].sort()}
          />
          <OwnListForm ctx={ctx} asked={asked} />
          <p role="status">
            {rows.length === all.length
              ? counted(rows.length, 'row')
              : `${counted(rows.length, 'row')} of ${grouped(all.length)}`}
          </p>
        </div>
        <div className="min-w-0 space-y-4 lg:order-3 lg:col-span-2">
          <PlaceTable asked={asked} places={places} rows={shown} hasMajorities={hasMajorities} />
          <Pages asked={asked} page={page} pages={pages} rows={rows.length} />
          {hasMajorities && <MajorityNote rows={rows} />}
          <p className="flex flex-wrap items-center gap-x-5 text-muted">
            {ofSeats && (
              <a
                download
                className="link inline-flex min-h-target items-center"
                href={addressOf(asked, {}).replace('/dashboard?', '/dashboard/places.csv?')}
              >
                This list as CSV, with links
              </a>
            )}
            <span>
              <span>All constituencies: </span>
              <DownloadLinks scope={asked} by="constituency" what="figures by constituency" />
            </span>
          </p>
        </div>
        {kind === 'constituency' && (
          <div className="lg:order-2">
            <StaffMap asked={asked} places={all} />
          </div>
        )}
      </div>
    </div>
  )
}

type TableProps = { asked: Asked; places: PlacesAsked; rows: readonly PlaceRow[]; hasMajorities: boolean }

function PlaceTable({ asked, places: { kind, sort, isUp }, rows, hasMajorities }: TableProps) {
  const heading = (column: PlaceSort) => ({
    href: addressOf(asked, {
      sort: column,
      up: column === sort ? (isUp ? '0' : '1') : isUpwards(column) ? '1' : '0',
      page: '',
    }),
    now: column === sort ? (isUp ? ('ascending' as const) : ('descending' as const)) : null,
  })
  const ofSeats = areSeats(kind)
  const slug = asked.campaign?.slug
  const hasLink = ofSeats && slug !== undefined
  return (
    <Table
      caption={`Figures by ${kind === 'mp' ? 'MP' : kind}`}
      captionHidden
      columns={[
        { label: words[kind], sort: heading('name') },
        ...(ofSeats ? [{ label: kind === 'mp' ? 'Constituency' : 'MP' }] : []),
        ...(hasMajorities ? [{ label: 'Majority', numeric: true, sort: heading('majority') }] : []),
        { label: definitions.found.label, numeric: true, sort: heading('found') },
        { label: definitions.confirmed.label, numeric: true, sort: heading('supporters') },
        { label: 'Letters', numeric: true, sort: heading('letters') },
        { label: definitions.real_answer.label, numeric: true, sort: heading('answered') },
        { label: 'Acknowledged only', numeric: true, sort: heading('acknowledged') },
        ...(hasLink ? [{ label: 'To pass on' }] : []),
      ]}
      rows={rows.map((place) => ({
        key: place.key,
        id: place.key,
        cells: [
          ofSeats ? place.name : <GroupLink key="name" asked={asked} kind={kind} name={place.name} />,
          ...(ofSeats ? [place.beside] : []),
          ...(hasMajorities ? [majorityWords(place.election)] : []),
          ...[place.found, place.supporters, place.letters, place.answered, place.acknowledged].map(grouped),
          ...(hasLink
            ? [
                <a key="link" className="link whitespace-nowrap" href={`/campaigns/${slug}/from/${place.key}`}>
                  <span>Its page</span>
                  <span className="sr-only">{`, ${place.name}`}</span>
                </a>,
              ]
            : []),
        ],
      }))}
    />
  )
}

/** A group leads to its constituencies. */
function GroupLink({ asked, kind, name }: { asked: Asked; kind: PlaceKind; name: string }) {
  return (
    <a className="link-plain" href={addressOf(asked, { [kind]: name, kind: 'constituency', page: '' })}>
      {name}
    </a>
  )
}

type NarrowProps = { asked: Asked; places: PlacesAsked; parties: readonly string[]; hasMajorities: boolean }

/** What the list is narrowed by: nation, region, party, majority, words, and whether a letter has gone. */
function Narrow({ asked, places, parties, hasMajorities }: NarrowProps) {
  const { kind, sort, isUp, search, unreached, below } = places
  const chosen = narrowingOf(asked.query)
  const kept = {
    view: 'places',
    campaign: asked.campaign?.slug ?? 'all',
    from: asked.span.from,
    to: asked.span.to,
    kind,
    sort,
    up: isUp ? '1' : '0',
    ...(chosen.source ? { source: chosen.source } : {}),
    ...(chosen.list ? { list: chosen.list } : {}),
  }
  const choices = [
    { name: 'nation', label: 'Nation', of: ['England', 'Northern Ireland', 'Scotland', 'Wales'] },
    { name: 'region', label: 'Region of England', of: englishRegions },
    { name: 'party', label: 'Party of the MP', of: parties },
  ] as const
  return (
    <form id="search-form" method="get" action="/staff/dashboard" className="flex flex-wrap items-end gap-x-4 gap-y-3">
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {choices.map(({ name, label, of }) => (
        <label key={name} className="min-w-0 font-bold max-sm:w-full">
          {label}
          <select name={name} defaultValue={chosen[name] ?? ''} className="control w-full font-normal">
            <option value="">all</option>
            {of.map((value) => (
              <option key={value}>{value}</option>
            ))}
          </select>
        </label>
      ))}
      {hasMajorities && (
        <label className="min-w-0 font-bold max-sm:w-full">
          Majority
          <select name="majority" defaultValue={below} className="control w-full font-normal">
            <option value="">all</option>
            {majorityLimits.map((limit) => (
              <option key={limit} value={limit}>{`under ${grouped(Number(limit))}`}</option>
            ))}
          </select>
        </label>
      )}
      <label className="min-w-0 font-bold max-sm:w-full">
        Name
        <input name="q" type="search" defaultValue={search} maxLength={80} className="control w-full font-normal" />
      </label>
      <label className="inline-flex min-h-target items-center gap-2 font-bold">
        <input type="checkbox" name="reached" value="none" defaultChecked={unreached} className="size-5" />
        <span>No letter yet</span>
      </label>
      <Button look="second">Narrow</Button>
    </form>
  )
}
