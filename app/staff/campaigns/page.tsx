import { staffPage } from '@/app/staff/staff-page'
import { When } from '@/components/staff/when'
import { ButtonLink } from '@/components/ui/button'
import { Table } from '@/components/ui/table'
import { type ListedCampaign, listCampaigns } from '@/lib/campaigns/list'
import { stateOf } from '@/lib/campaigns/state'
import { grouped } from '@/lib/kernel/text'
import { stateWords } from './state-words'

export const metadata = { title: 'Campaigns' }

export default staffPage({ verb: 'campaigns.see', at: '/staff/campaigns', title: 'Campaigns' }, async ({ ctx }) => {
  const campaigns = await listCampaigns(ctx)
  return (
    <>
      {campaigns.length === 0 ? (
        <p>There is no campaign yet. Start one: nobody sees it before you publish it.</p>
      ) : (
        <Table
          caption="All campaigns"
          captionHidden
          columns={[
            { label: 'Title and address' },
            { label: 'State' },
            { label: 'Draft', numeric: true },
            { label: 'Live', numeric: true },
            { label: 'Went live' },
            { label: 'First goal', numeric: true },
          ]}
          rows={campaigns.map((campaign) => ({ key: campaign.id, cells: cellsOf(campaign, ctx.now()) }))}
        />
      )}
      <p className="flex flex-wrap items-center gap-x-8 gap-y-3">
        <ButtonLink href="/staff/campaigns/new">Start a campaign</ButtonLink>
        <a className="link inline-flex min-h-target items-center font-semibold" href="/staff/campaigns/letters">
          How the letters read
        </a>
      </p>
    </>
  )
})

function cellsOf(campaign: ListedCampaign, now: Date) {
  const { id, slug, title, draft, version, publishedAt, goal } = campaign
  return [
    <span key="title" className="block max-w-measure">
      <a className="link font-semibold" href={`/staff/campaigns/${id}`}>
        {title || 'without a title yet'}
      </a>
      <span className="block wrap-anywhere text-muted">/campaigns/{slug}</span>
    </span>,
    stateWords[stateOf(campaign, now)].name,
    draft,
    version ?? 'none',
    <When key="published" at={publishedAt} never="not yet" />,
    grouped(goal),
  ]
}
