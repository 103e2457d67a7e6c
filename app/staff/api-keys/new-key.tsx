import type { StateOf } from '@/app/_server/forms/form-answer'
import { CampaignPick } from '@/app/staff/_figures/campaign-pick'
import { Part } from '@/components/staff/part'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/typing/text-field'
import type { create } from './form'

type Props = { left: StateOf<typeof create> | null; campaigns: readonly { slug: string; name: string }[] }

/** The form that makes a key. */
export function NewKey({ left, campaigns }: Props) {
  const values = left && !left.done ? left.values : { name: '', campaign: 'all', lastDay: '' }
  const errorOf = (field: string) => left?.faults.find((fault) => fault.field === field)?.message
  return (
    <Part id="new" heading="Make a key">
      <form id="key-form" method="post" action="/staff/api-keys" className="space-y-6">
        <TextField
          name="name"
          label="What it is for"
          hint="So that you know later what stops when you revoke it: whose program, and where it runs."
          autoComplete="off"
          width="half"
          maxLength={80}
          defaultValue={values.name}
          error={errorOf('name')}
        />
        <CampaignPick
          label="Which figures it reads"
          all="All campaigns, also those to come"
          value={values.campaign}
          error={errorOf('campaign')}
          campaigns={campaigns}
        />
        <TextField
          name="lastDay"
          type="date"
          label="Last day on which it works"
          hint="Left empty, it works until it is revoked."
          optional
          autoComplete="off"
          width="half"
          defaultValue={values.lastDay}
          error={errorOf('lastDay')}
        />
        <Button name="do" value="create">
          Make the key
        </Button>
      </form>
    </Part>
  )
}
