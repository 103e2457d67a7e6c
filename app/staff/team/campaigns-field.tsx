import type { TypedReach } from '@/app/_server/forms/read-works-on'
import { Choices } from '@/components/ui/choosing/choices'
import { toldApart } from '@/lib/campaigns/chosen-campaign'
import { listCampaigns } from '@/lib/campaigns/list'
import type { Context } from '@/lib/kernel/context'

type Props = {
  ctx: Context
  legend: string
  chosen: TypedReach
  error: string | undefined
}

/** Which campaigns somebody works on: all of them, or those that are ticked. */
export async function CampaignsField({ ctx, legend, chosen, error }: Props) {
  const ticked = chosen.campaigns.split(' ')
  const campaigns = toldApart(await listCampaigns(ctx))
    .filter(({ id, state }) => state !== 'archived' || ticked.includes(id))
    // Those that are ticked stand first: of many, the others are reached by scrolling.
    .sort(
      (a, b) =>
        Number(ticked.includes(b.id)) - Number(ticked.includes(a.id)) ||
        a.name.localeCompare(b.name, 'en', { numeric: true }),
    )
  return (
    <div className="campaigns-reach space-y-5">
      <Choices
        kind="radio"
        name="reach"
        legend={legend}
        choices={[
          { value: 'all', label: 'All campaigns', hint: 'Those that are made later too.' },
          {
            value: 'some',
            label: 'Some campaigns',
            hint: 'They work on these alone, and get the figures of these alone.',
          },
        ]}
        chosen={[chosen.reach]}
      />
      <div className="campaigns-list">
        {campaigns.length === 0 ? (
          <p>There is no campaign yet.</p>
        ) : (
          <Choices
            kind="checkbox"
            name="campaigns"
            legend="Which campaigns"
            choices={campaigns.map(({ id, name, slug }) => ({ value: id, label: name, hint: `/campaigns/${slug}` }))}
            chosen={ticked}
            error={error}
            scrolls
          />
        )}
      </div>
    </div>
  )
}
