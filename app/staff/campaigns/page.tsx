import { staffPage } from '@/app/staff/staff-page'
import { When } from '@/components/staff/when'
import { Table } from '@/components/ui/table'
import { type ListedCampaign, listCampaigns } from '@/lib/campaigns/list'
import { grouped, longDate } from '@/lib/kernel/text'

export const metadata = { title: 'Campaigns' }

export default staffPage({ verb: 'campaigns.see', at: '/staff/campaigns', title: 'Campaigns' }, async ({ ctx }) => {
  const campaigns = await listCampaigns(ctx)
  if (campaigns.length === 0) return <p>There is no campaign yet.</p>
  return (
    <>
      <p className="mb-4">
        <a className="link font-semibold" href="/staff/campaigns/letters">
          How the letters read, for any MP
        </a>
      </p>
      <Table
        caption="All campaigns"
        captionHidden
        columns={[
          { label: 'Title' },
          { label: 'Page' },
          { label: 'State' },
          { label: 'Version', numeric: true },
          { label: 'Published' },
          { label: 'First goal', numeric: true },
        ]}
        rows={campaigns.map((campaign) => ({ key: campaign.id, cells: cellsOf(campaign, ctx.now()) }))}
      />
    </>
  )
})

function cellsOf(campaign: ListedCampaign, now: Date) {
  const { slug, title, version, publishedAt, goal } = campaign
  return [
    title ?? 'without a title yet',
    <a key="page" className="link" href={`/campaigns/${slug}`}>
      /campaigns/{slug}
    </a>,
    stateOf(campaign, now),
    version ?? 'none',
    <When key="published" at={publishedAt} never="not yet" />,
    grouped(goal),
  ]
}

function stateOf({ version, openedAt, closedAt }: ListedCampaign, now: Date): string {
  if (closedAt && closedAt <= now) return `closed on ${longDate(closedAt)}`
  if (!version || !openedAt || openedAt > now) return 'not open'
  return `open since ${longDate(openedAt)}`
}
