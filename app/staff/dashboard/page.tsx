import { ScopeForm } from '@/app/staff/_figures/scope-form'
import { DirectoryNotice } from '@/app/staff/directory-notice'
import { MailNotice } from '@/app/staff/mail-notice'
import { PostcodesStep } from '@/app/staff/postcodes-step'
import { staffPage } from '@/app/staff/staff-page'
import { Pulse } from '@/components/figures/refresh-while-shown'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { listCampaigns } from '@/lib/campaigns/list'
import { digestWanted } from '@/lib/figures/digest/who-gets-digest'
import { figuresChangedAt } from '@/lib/figures/roll-up/roll-up'
import type { Context } from '@/lib/kernel/context'
import { isOff } from '@/lib/settings/switches/is-off'
import { allowed } from '@/lib/staff/roles'
import { LettersView } from './letters-view'
import { Overview } from './overview'
import { PlacesView } from './places-view'
import { SourcesView } from './sources-view'
import { TimeView } from './time-view'
import { type Asked, readView } from './view'
import { ViewsMenu } from './views-menu'

export const metadata = { title: 'Dashboard' }

export default staffPage(
  {
    verb: 'figures.see',
    at: '/staff/dashboard',
    title: 'Dashboard',
    lead: 'Every number in full. The public sees “under 5” of a constituency with fewer supporters.',
  },
  async ({ ctx, member }, query) => {
    if (await isOff(ctx, 'dashboard')) {
      return <p>An administrator has paused the dashboard: its figures are not read until it is switched on again.</p>
    }
    const campaigns = await listCampaigns(ctx)
    if (campaigns.length === 0) return <p>There is no campaign yet.</p>
    const asked = readView(query, campaigns, ctx.now())
    const changedAt = await figuresChangedAt(ctx)
    return (
      <>
        <Pulse address="/staff/dashboard/pulse" changedAt={changedAt?.toISOString() ?? null} />
        <MailNotice ctx={ctx} />
        {allowed(member.role, 'directory.see') && <PostcodesStep ctx={ctx} />}
        {allowed(member.role, 'directory.see') && <DirectoryNotice ctx={ctx} link />}
        <ScopeForm asked={asked} campaigns={campaigns} action="/staff/dashboard" button="Show">
          <input type="hidden" name="view" value={asked.view} />
        </ScopeForm>
        <ViewsMenu asked={asked} />
        {asked.faults.map((fault) => (
          <Notice key={fault}>{fault}</Notice>
        ))}
        {await viewOf(ctx, asked, campaigns)}
        <DigestForm wanted={await digestWanted(ctx, member.id)} />
      </>
    )
  },
)

function viewOf(ctx: Context, asked: Asked, campaigns: Awaited<ReturnType<typeof listCampaigns>>) {
  if (asked.view === 'time') return TimeView({ ctx, asked })
  if (asked.view === 'places') return PlacesView({ ctx, asked })
  if (asked.view === 'sources') return SourcesView({ ctx, asked, campaigns })
  if (asked.view === 'letters') return LettersView({ ctx, asked, campaigns })
  return Overview({ ctx, asked })
}

/** Turns the daily e-mail on or off for whoever looks at the page. */
export function DigestForm({ wanted }: { wanted: boolean }) {
  return (
    <form
      id="digest-form"
      method="post"
      action="/staff/dashboard"
      className="flex flex-wrap items-center gap-x-5 gap-y-2 border-t border-hair pt-5"
    >
      <p>
        {wanted
          ? 'You get yesterday’s figures by e-mail each morning.'
          : 'You can get yesterday’s figures by e-mail each morning.'}
      </p>
      <input type="hidden" name="digest" value={wanted ? 'off' : 'on'} />
      <Button look="second">{wanted ? 'Stop the daily digest' : 'Send me the daily digest'}</Button>
    </form>
  )
}
