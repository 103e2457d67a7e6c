import type { StateOf } from '@/app/_server/forms/form-answer'
import { roleChoices } from '@/app/staff/places'
import { Part } from '@/components/staff/part'
import { Button } from '@/components/ui/button'
import { Choices } from '@/components/ui/choosing/choices'
import { TextField } from '@/components/ui/typing/text-field'
import type { Context } from '@/lib/kernel/context'
import { CampaignsField } from './campaigns-field'
import type { form } from './form'

/** The form that puts somebody on the team. */
export function Invite({ ctx, left }: { ctx: Context; left: StateOf<typeof form> | null }) {
  const errorOf = (field: string) => left?.faults.find((fault) => fault.field === field)?.message
  return (
    <Part id="invite" heading="Invite someone">
      <form id="invite-form" method="post" action="/staff/team" className="space-y-6">
        <TextField
          name="email"
          type="email"
          label="E-mail address"
          hint="A link to sign in is sent there. It works for one day; after that they can ask for another."
          autoComplete="off"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={left?.values.email}
          error={errorOf('email')}
        />
        <Choices
          kind="radio"
          name="role"
          legend="Role"
          choices={[...roleChoices]}
          chosen={left?.values.role ? [left.values.role] : []}
          error={errorOf('role')}
        />
        <CampaignsField
          ctx={ctx}
          legend="Campaigns"
          chosen={left?.values ?? { reach: 'all', campaigns: '' }}
          error={errorOf('campaigns')}
        />
        <Button>Invite</Button>
      </form>
    </Part>
  )
}
