import { staffPage } from '@/app/staff/staff-page'
import { CountRow } from '@/components/figures/count-row'
import { Part } from '@/components/staff/part'
import { When } from '@/components/staff/when'
import { Table } from '@/components/ui/table'
import { type ListedCampaign, listCampaigns } from '@/lib/campaigns/list'
import { type DashboardFigures, dashboardFigures } from '@/lib/figures/dashboard'
import { grouped } from '@/lib/kernel/text'
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
    const order = seatOrder(query.sort)
    const campaigns = await listCampaigns(ctx)
    const figures = await Promise.all(campaigns.map(({ id }) => dashboardFigures(ctx, id)))
    if (campaigns.length === 0) return <p>There is no campaign yet.</p>
    return campaigns.map((campaign, i) => {
      const own = figures[i]
      return own && <CampaignFigures key={campaign.id} campaign={campaign} figures={own} order={order} />
    })
  },
)

type Props = { campaign: ListedCampaign; figures: DashboardFigures; order: SeatOrder }

function CampaignFigures({ campaign: { slug, title }, figures, order }: Props) {
  const { supporters, letters, constituencies, byState, bySeat, rolledAt } = figures
  const unconfirmed = byState.find(({ state }) => state === 'unconfirmed')?.letters ?? 0
  return (
    <Part id={slug} heading={title ?? slug}>
      <div className="space-y-6">
        <CountRow
          counts={[
            { label: 'supporters', count: supporters },
            { label: 'letters accepted', count: letters },
            { label: 'of 650 constituencies', count: constituencies },
            { label: 'not confirmed yet', count: unconfirmed },
          ]}
        />
        {rolledAt && (
          <p className="text-muted">
            Counted <When at={rolledAt} />. Letters by state are as of now.
          </p>
        )}
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
