import type { StateOf } from '@/app/_server/forms/form-answer'
import { CampaignPick } from '@/app/staff/_figures/campaign-pick'
import { Part } from '@/components/staff/part'
import { Button } from '@/components/ui/button'
import { Choices } from '@/components/ui/choosing/choices'
import { TextField } from '@/components/ui/typing/text-field'
import type { ListedCampaign } from '@/lib/campaigns/list'
import type { form } from './form'

/** The form that adds a webhook. */
export function Add({ left, campaigns }: { left: StateOf<typeof form> | null; campaigns: ListedCampaign[] }) {
  const errorOf = (field: string) => left?.faults.find((fault) => fault.field === field)?.message
  return (
    <Part id="add" heading="Add a webhook">
      <form id="webhook-form" method="post" action="/staff/webhooks" noValidate className="space-y-6">
        <TextField
          name="address"
          type="url"
          label="Address"
          hint="Of a system of your own or of one that works for you, such as https://example.org/hooks."
          autoComplete="off"
          inputMode="url"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={left?.values.address}
          error={errorOf('address')}
        />
        <CampaignPick
          label="Campaign"
          value={left?.values.campaign || 'all'}
          error={errorOf('campaign')}
          campaigns={campaigns}
        />
        <Choices
          kind="radio"
          name="told"
          legend="What it is told"
          choices={[
            {
              value: 'all',
              label: 'Who confirms, and who leaves',
              hint: 'Name, e-mail, postcode, constituency and consent of those who get updates. Of those who leave, the id alone, so that they are deleted there too.',
            },
            {
              value: 'left',
              label: 'Only who leaves',
              hint: 'For a system that gets its supporters in another way, as from an export.',
            },
          ]}
          chosen={[left?.values.told || 'all']}
          error={errorOf('told')}
        />
        <Button>Add the webhook</Button>
      </form>
    </Part>
  )
}
