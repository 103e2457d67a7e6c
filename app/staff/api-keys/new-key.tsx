import type { PlainState } from '@/app/_server/form-state'
import { Part } from '@/components/staff/part'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'

type Props = { posted: PlainState | null; campaigns: readonly { slug: string; title: string | null }[] }

/** The form that makes a key. */
export function NewKey({ posted, campaigns }: Props) {
  const values = posted && !posted.done ? posted.values : { campaign: 'all' }
  const errorOf = (field: string) => posted?.faults.find((fault) => fault.field === field)?.message
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
        <Select
          name="campaign"
          label="Which figures it reads"
          defaultValue={values.campaign}
          error={errorOf('campaign')}
          options={[
            { value: 'all', label: 'All campaigns, also those to come' },
            ...campaigns.map(({ slug, title }) => ({ value: slug, label: title ?? slug })),
          ]}
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
