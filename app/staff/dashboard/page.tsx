import { narrowedTo, narrowingOf } from '@/app/staff/_figures/narrowed'
import { presetsOf } from '@/app/staff/_figures/presets'
import { ScopeForm } from '@/app/staff/_figures/scope-form'
import { DirectoryNotice } from '@/app/staff/directory-notice'
import { MailNotice } from '@/app/staff/mail-notice'
import { noCampaignWords } from '@/app/staff/places'
import { PostcodesStep } from '@/app/staff/postcodes-step'
import { staffPage } from '@/app/staff/staff-page'
import { Pulse } from '@/components/figures/refresh-while-shown'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { DigestSpan } from '@/db/schema/index'
import { toldApart } from '@/lib/campaigns/chosen-campaign'
import { listCampaigns } from '@/lib/campaigns/list'
import { firstDay } from '@/lib/figures/dashboard/first-day'
import { digestWanted } from '@/lib/figures/digest/who-gets-digest'
import { figuresChangedAt } from '@/lib/figures/roll-up/roll-up'
import type { Context } from '@/lib/kernel/context'
import { londonDay } from '@/lib/kernel/time/day'
import { isOff } from '@/lib/settings/switches/is-off'
import { allowed } from '@/lib/staff/roles'
import { LettersView } from './letters-view'
import { NarrowedBy } from './narrowing'
import { Overview } from './overview'
import { PlacesView } from './places-view'
import { SourcesView } from './sources-view'
import { TimeView } from './time-view'
import { type Asked, addressOf, readView } from './view'
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
    const mayEdit = allowed(member.role, 'campaigns.see')
    const campaigns = toldApart((await listCampaigns(ctx)).filter(({ version }) => version !== null || mayEdit))
    if (campaigns.length === 0) return <p>{noCampaignWords(member.limitedTo)}</p>
    const asked = await narrowedTo(ctx, readView(query, campaigns, ctx))
    const [changedAt, began] = await Promise.all([figuresChangedAt(ctx), firstDay(ctx, asked.scope.campaignId)])
    return (
      <>
        <Pulse address="/staff/dashboard/pulse" changedAt={changedAt?.toISOString() ?? null} />
        <ScopeForm
          asked={asked}
          campaigns={campaigns}
          action="/staff/dashboard"
          button="Show"
          presets={presetsOf(londonDay(ctx.now()), began)}
          hrefOf={(change) => addressOf(asked, { by: '', ...change })}
        >
          <input type="hidden" name="view" value={asked.view} />
          {Object.entries(narrowingOf(query)).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        </ScopeForm>
        {asked.campaign && (
          <p className="flex flex-wrap gap-x-6">
            <a className="link" href={`/staff/dashboard/board?campaign=${asked.campaign.slug}`}>
              Board page, to print
            </a>
            <a className="link" href={`/staff/dashboard/links?campaign=${asked.campaign.slug}`}>
              Share by a link
            </a>
          </p>
        )}
        <ViewsMenu asked={asked} />
        <NarrowedBy ctx={ctx} asked={asked} />
        {asked.faults.map((fault) => (
          <Notice key={fault}>{fault}</Notice>
        ))}
        {await viewOf({ ctx, asked, campaigns, began, mayEdit, mayOpen: allowed(member.role, 'letters.see') })}
        <MailNotice ctx={ctx} />
        {allowed(member.role, 'directory.see') && <PostcodesStep ctx={ctx} />}
        {allowed(member.role, 'directory.see') && <DirectoryNotice ctx={ctx} link />}
        <DigestForm wanted={await digestWanted(ctx, member.id)} />
      </>
    )
  },
)

type Shown = {
  ctx: Context
  asked: Asked
  campaigns: Awaited<ReturnType<typeof listCampaigns>>
  began: string | null
  mayOpen: boolean
  mayEdit: boolean
}

function viewOf({ ctx, asked, campaigns, began, mayOpen, mayEdit }: Shown) {
  if (asked.view === 'time') return TimeView({ ctx, asked, began })
  if (asked.view === 'places') return PlacesView({ ctx, asked })
  if (asked.view === 'sources') return SourcesView({ ctx, asked })
  if (asked.view === 'letters') return LettersView({ ctx, asked, campaigns, mayEdit })
  return Overview({ ctx, asked, campaigns, began, mayOpen })
}

const often = { day: 'every morning, of the day before', week: 'every Monday, of the week before' }
const offers: { every: DigestSpan | null; label: string }[] = [
  { every: 'day', label: 'Send me figures every day' },
  { every: 'week', label: 'Send me figures every week' },
  { every: null, label: 'Stop these e-mails' },
]

/** Sets how often whoever looks at the page gets figures by e-mail. */
export function DigestForm({ wanted }: { wanted: DigestSpan | null }) {
  return (
    <form
      id="digest-form"
      method="post"
      action="/staff/dashboard"
      className="flex flex-wrap items-center gap-x-5 gap-y-2 border-t border-hair pt-5"
    >
      <p>{wanted ? `You get figures by e-mail ${often[wanted]}.` : 'You can get figures by e-mail.'}</p>
      {offers
        .filter(({ every }) => every !== wanted)
        .map(({ every, label }) => (
          <Button key={label} look="second" name="digest" value={every ?? 'off'}>
            {label}
          </Button>
        ))}
    </form>
  )
}
