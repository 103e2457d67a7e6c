import { posted } from '@/app/_server/request'
import { readAsked } from '@/app/staff/_figures/asked'
import { presetsOf } from '@/app/staff/_figures/presets'
import { staffPage } from '@/app/staff/staff-page'
import { Part } from '@/components/staff/part'
import { ErrorSummary } from '@/components/ui/error-summary'
import { toldApart } from '@/lib/campaigns/chosen-campaign'
import { listCampaigns } from '@/lib/campaigns/list'
import { firstDay } from '@/lib/figures/dashboard/first-day'
import { londonDay } from '@/lib/kernel/time/day'
import { isOff } from '@/lib/settings/switches/is-off'
import { allowed } from '@/lib/staff/roles'
import { ContactsPart } from './contacts-part'
import { FiguresPart } from './figures-part'
import { form } from './form'

export const metadata = { title: 'Exports' }

export default staffPage(
  {
    verb: 'figures.export',
    at: '/staff/exports',
    title: 'Exports',
    lead: 'What is known here, as files to take along.',
  },
  async ({ ctx, member }, query) => {
    const [listed, isPaused] = await Promise.all([listCampaigns(ctx), isOff(ctx, 'dashboard')])
    const campaigns = toldApart(
      listed.filter(({ version }) => version !== null || allowed(member.role, 'campaigns.see')),
    )
    const asked = readAsked(query, campaigns, ctx)
    const presets = presetsOf(londonDay(ctx.now()), isPaused ? null : await firstDay(ctx, asked.scope.campaignId))
    const left = posted(form)
    return (
      <>
        <ErrorSummary
          faults={(left?.faults ?? []).map((fault) =>
            fault.field === 'campaign' ? { ...fault, field: 'contacts-campaign' } : fault,
          )}
        />
        <FiguresPart asked={asked} campaigns={campaigns} presets={presets} isPaused={isPaused} />
        {allowed(member.role, 'contacts.export') && <ContactsPart left={left} campaigns={campaigns} />}
        {allowed(member.role, 'api-keys.see') && (
          <Part id="programs" heading="For programs">
            <p className="max-w-measure">
              A partner’s site or a spreadsheet can fetch the figures by itself.{' '}
              <a className="link" href="/staff/api-keys">
                Keys for programs
              </a>
            </p>
          </Part>
        )}
      </>
    )
  },
)
