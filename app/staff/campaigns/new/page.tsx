import { posted } from '@/app/_server/request'
import { AddressAndGoal } from '@/app/staff/campaigns/address-and-goal'
import { staffPage } from '@/app/staff/staff-page'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Field } from '@/components/ui/field'
import { listCampaigns } from '@/lib/campaigns/list'
import { form } from './form'

export const metadata = { title: 'Start a campaign' }

export default staffPage(
  {
    verb: 'campaigns.create',
    at: '/staff/campaigns',
    title: 'Start a campaign',
    lead: 'Nobody sees it before you publish it. What you set here can be changed until then.',
  },
  async ({ ctx }, query) => {
    const left = posted(form)
    const campaigns = await listCampaigns(ctx)
    const asked = typeof query.from === 'string' ? query.from : ''
    const values = left?.values ?? { slug: '', goal: '1000', from: asked }
    const errorOf = (field: string) => left?.faults.find((fault) => fault.field === field)?.message
    return (
      <div className="max-w-[46rem] space-y-7">
        <ErrorSummary faults={left?.faults ?? []} />
        <form id="new-campaign-form" method="post" action="/staff/campaigns/new" noValidate className="space-y-6">
          <Field
            id="from"
            label="Start from"
            hint="A copy has all the text of the other campaign’s draft, and none of its supporters."
            error={errorOf('from')}
          >
            {(tied) => (
              <select
                {...tied}
                name="from"
                defaultValue={values.from}
                className="control min-h-14 w-full max-w-measure"
              >
                <option value="">a blank campaign</option>
                {campaigns.map(({ id, name }) => (
                  <option key={id} value={id}>
                    a copy of “{name}”
                  </option>
                ))}
              </select>
            )}
          </Field>
          <AddressAndGoal values={values} errorOf={errorOf} />
          <Button>Start</Button>
        </form>
      </div>
    )
  },
)
