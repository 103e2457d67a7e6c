import { noCampaignWords } from '@/app/staff/places'
import { staffPage } from '@/app/staff/staff-page'
import { Mark } from '@/components/staff/mark'
import { When } from '@/components/staff/when'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { type Column, Table } from '@/components/ui/table'
import {
  type CampaignFilter,
  type CampaignOrder,
  campaignFilter,
  type FoundCampaign,
  type FoundCampaigns,
  findListed,
  usualWay,
} from '@/lib/campaigns/find-listed'
import { counted, grouped } from '@/lib/kernel/text'
import { Filter } from './filter'
import { listAddress } from './list-address'
import { stateWords } from './state-words'

export const metadata = { title: 'Campaigns' }

export default staffPage(
  { verb: 'campaigns.see', at: '/staff/campaigns', title: 'Campaigns' },
  async ({ ctx, member }, query) => {
    const filter = campaignFilter.parse(query)
    const found = await findListed(ctx, filter)
    const none = Object.values(found.byState).every((count) => count === 0) && !filter.find
    return (
      <>
        {query.done === 'deleted' && <Notice look="done" heading="Deleted, with all its versions" />}
        <p className="flex flex-wrap items-center gap-x-8 gap-y-3">
          <ButtonLink href="/staff/campaigns/new">Start a campaign</ButtonLink>
          <a className="link inline-flex min-h-target items-center font-semibold" href="/staff/campaigns/letters">
            How the letters read
          </a>
        </p>
        {none ? (
          <p>{`${noCampaignWords(member.limitedTo)} Start one: nobody sees it before you publish it.`}</p>
        ) : (
          <>
            <Filter filter={filter} byState={found.byState} />
            <Table
              caption={captionOf(found)}
              columns={columnsOf(filter)}
              rows={found.campaigns.map((campaign) => ({ key: campaign.id, cells: cellsOf(campaign) }))}
            />
            <Pages filter={filter} found={found} />
          </>
        )}
      </>
    )
  },
)

function captionOf({ total, page, pages }: FoundCampaigns): string {
  const all = counted(total, 'campaign')
  return pages > 1 ? `${all}, page ${page} of ${pages}` : all
}

function columnsOf(filter: CampaignFilter): Column[] {
  const sort = (order: CampaignOrder): NonNullable<Column['sort']> => {
    const isNow = filter.sort === order
    const now = filter.way ?? usualWay(order)
    const way = isNow ? (now === 'up' ? 'down' : 'up') : usualWay(order)
    return {
      href: listAddress({ ...filter, sort: order, way: way === usualWay(order) ? null : way, page: 1 }),
      now: isNow ? (now === 'up' ? 'ascending' : 'descending') : null,
    }
  }
  return [
    { label: 'Title and address', sort: sort('title') },
    { label: 'State', sort: sort('state') },
    { label: 'Supporters', numeric: true, sort: sort('supporters') },
    { label: 'Draft saved', sort: sort('saved') },
    { label: 'First went live', sort: sort('live') },
  ]
}

function cellsOf({ id, slug, title, state, supporters, goal, savedAt, draft, version, firstLiveAt }: FoundCampaign) {
  return [
    <span key="title" className="block max-w-measure">
      <a className="link font-semibold" href={`/staff/campaigns/${id}`}>
        {title || 'without a title yet'}
      </a>
      <span className="block wrap-anywhere text-muted">/campaigns/{slug}</span>
    </span>,
    state === 'live' || state === 'closed' ? (
      stateWords[state].name
    ) : (
      <Mark key="state" look={state === 'paused' ? 'amber' : 'quiet'}>
        {stateWords[state].name}
      </Mark>
    ),
    <span key="supporters">
      {grouped(supporters)} <span className="block text-muted">first goal {grouped(goal)}</span>
    </span>,
    <span key="saved">
      <When at={savedAt} />
      <span className="block text-muted">{draftWords(draft, version)}</span>
    </span>,
    <When key="live" at={firstLiveAt} never="not yet" />,
  ]
}

function draftWords(draft: number, version: number | null): string {
  if (version === null) return `version ${draft}`
  return version === draft ? `version ${draft}, live` : `version ${draft}; ${version} is live`
}

function Pages({ filter, found: { page, pages } }: { filter: CampaignFilter; found: FoundCampaigns }) {
  if (pages === 1) return null
  const way = 'link inline-flex min-h-target items-center font-semibold'
  return (
    <nav aria-label="Pages of the list" className="flex flex-wrap gap-x-8">
      {page > 1 && (
        <a className={way} rel="prev" href={listAddress({ ...filter, page: page - 1 })}>
          Page before
        </a>
      )}
      {page < pages && (
        <a className={way} rel="next" href={listAddress({ ...filter, page: page + 1 })}>
          Next page
        </a>
      )}
    </nav>
  )
}
