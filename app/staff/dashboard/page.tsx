import { staffPage } from '@/app/staff/staff-page'
import { CountRow } from '@/components/figures/count-row'
import { Part } from '@/components/staff/part'
import { When } from '@/components/staff/when'
import { Table } from '@/components/ui/table'
import { type ListedCampaign, listCampaigns } from '@/lib/campaigns/list'
import { type DashboardFigures, dashboardFigures } from '@/lib/figures/dashboard'
import { grouped } from '@/lib/kernel/text'
import { originalitySpread, type Spread } from '@/lib/letters/originality-spread'
import { sentByWriters } from '@/lib/letters/sent-by-writer'
import { isOff } from '@/lib/staff/switches/read'
import { type SeatOrder, seatOrder, sorted, sortedBy } from './seat-order'

export const metadata = { title: 'Dashboard' }

export default staffPage(
  {
    verb: 'figures.see',
    at: '/staff/dashboard',
    title: 'Dashboard',
    lead: 'Every number in full. What the public sees of a constituency with fewer than 5 supporters is “under 5”.',
  },
  async ({ ctx }, query) => {
    if (await isOff(ctx, 'dashboard')) {
      return (
        <p className="max-w-measure">
          An administrator has paused the dashboard: its figures are not counted until it is switched on again.
        </p>
      )
    }
    const order = seatOrder(query.sort)
    const campaigns = await listCampaigns(ctx)
    const figures = await Promise.all(campaigns.map(({ id }) => dashboardFigures(ctx, id)))
    const spreads = await Promise.all(campaigns.map(({ id }) => originalitySpread(ctx, id)))
    const byWriters = await Promise.all(campaigns.map(({ id }) => sentByWriters(ctx, id)))
    if (campaigns.length === 0) return <p>There is no campaign yet.</p>
    return campaigns.map((campaign, i) => {
      const own = figures[i]
      return (
        own && (
          <CampaignFigures
            key={campaign.id}
            campaign={campaign}
            figures={own}
            order={order}
            spread={spreads[i] ?? []}
            byWriters={byWriters[i] ?? { post: 0, 'e-mail': 0 }}
          />
        )
      )
    })
  },
)

type Props = {
  campaign: ListedCampaign
  figures: DashboardFigures
  order: SeatOrder
  spread: Spread
  /** Letters that their writers sent themselves, in none of the other figures of letters. */
  byWriters: { post: number; 'e-mail': number }
}

function CampaignFigures({ campaign: { slug, title }, figures, order, spread, byWriters }: Props) {
  const { supporters, letters, constituencies, byState, bySeat, rolledAt } = figures
  const unconfirmed = byState.find(({ state }) => state === 'unconfirmed')?.letters ?? 0
  return (
    <Part id={slug} heading={title ?? slug}>
      <div className="space-y-6">
        <CountRow
          counts={[
            { label: 'supporters', count: supporters },
            { label: 'letters accepted', count: letters },
            { label: 'sent by their writers', count: byWriters.post + byWriters['e-mail'] },
            { label: 'of 650 constituencies', count: constituencies },
            { label: 'not confirmed yet', count: unconfirmed },
          ]}
        />
        {rolledAt && (
          <p className="text-muted">
            Counted <When at={rolledAt} />. Letters by state are as of now.
          </p>
        )}
        <Originality spread={spread} />
        <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[11rem_minmax(0,1fr)]">
          <Table
            caption="Letters by state"
            columns={[{ label: 'State' }, { label: 'Letters', numeric: true }]}
            rows={byState.map(({ state, letters: many }) => ({ key: state, cells: [state, grouped(many)] }))}
          />
          {bySeat.length === 0 ? (
            <p>No supporter has confirmed yet: constituencies appear here with their first.</p>
          ) : (
            <Table
              caption="By constituency"
              columns={[
                { label: 'Constituency', sort: sortedBy('name', order, slug) },
                { label: 'Supporters', numeric: true, sort: sortedBy('supporters', order, slug) },
                { label: 'Letters', numeric: true, sort: sortedBy('letters', order, slug) },
              ]}
              rows={sorted(bySeat, order).map((seat) => ({
                key: seat.code,
                cells: [seat.name, grouped(seat.supporters), grouped(seat.letters)],
              }))}
            />
          )}
        </div>
      </div>
    </Part>
  )
}

/** How much of their letters people wrote themselves, and how like each other the letters to one MP are. */
function Originality({ spread }: { spread: Spread }) {
  const percent = (share: number) => Math.min(100, Math.round(share * 100))
  return (
    <Table
      caption="Own words, and likeness to an earlier letter to the same MP"
      columns={[
        { label: 'Share of the letter' },
        { label: 'Letters with so much of their writer’s own', numeric: true },
        { label: 'Letters with so much of another', numeric: true },
      ]}
      rows={spread.map(({ from, below, own, overlap }) => ({
        key: String(from),
        cells: [`${percent(from)} to ${percent(below)} %`, grouped(own), grouped(overlap)],
      }))}
    />
  )
}
