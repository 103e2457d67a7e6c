import { Board } from '@/app/(public)/_board/board'
import { one } from '@/app/staff/_figures/asked'
import { staffPage } from '@/app/staff/staff-page'
import { listCampaigns } from '@/lib/campaigns/list'
import { firstDay } from '@/lib/figures/dashboard/first-day'
import { isOff } from '@/lib/settings/switches/is-off'
import { allowed } from '@/lib/staff/roles'

export const metadata = { title: 'Board page' }

export default staffPage(
  { verb: 'figures.see', at: '/staff/dashboard', title: 'Board page' },
  async ({ ctx, member }, query) => {
    if (await isOff(ctx, 'dashboard')) {
      return <p>An administrator has paused the dashboard: its figures are not read until it is switched on again.</p>
    }
    const campaigns = (await listCampaigns(ctx)).filter(
      ({ version }) => version !== null || allowed(member.role, 'campaigns.see'),
    )
    const campaign = campaigns.find(({ slug }) => slug === one(query.campaign))
    if (!campaign) {
      return (
        <ul className="space-y-1">
          {campaigns.map(({ slug, name }) => (
            <li key={slug}>
              <a className="link" href={`/staff/dashboard/board?campaign=${slug}`}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      )
    }
    const began = await firstDay(ctx, campaign.id)
    if (began === null) return <p>Nothing has been counted for this campaign yet.</p>
    return (
      <>
        <p className="flex flex-wrap gap-x-6 print:hidden">
          <span>Print it: it fits one sheet of A4.</span>
          <a className="link" href={`/staff/dashboard/links?campaign=${campaign.slug}`}>
            Share it by a link
          </a>
          <a className="link" href={`/staff/dashboard?campaign=${campaign.slug}`}>
            Back to the dashboard
          </a>
        </p>
        <Board ctx={ctx} campaign={campaign} began={began} forOutsiders={false} />
      </>
    )
  },
)
