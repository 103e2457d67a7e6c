import { Part } from '@/components/staff/part'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/typing/text-area'
import { TextField } from '@/components/ui/typing/text-field'
import type * as forms from './form'
import { type PartState, Saved } from './part-state'

/** Who stands behind the installation. */
export function OperatorPart({ values, errorOf, saved }: PartState<typeof forms.operator>) {
  return (
    <Part id="operator" heading="Who runs this installation">
      <form id="operator-form" method="post" action="/staff/settings" className="space-y-6">
        {saved && <Saved>Pages and e-mails name the operator from now on.</Saved>}
        <p className="max-w-measure">
          This stands in the footer of every page and e-mail, as campaign material in the United Kingdom must carry it.
        </p>
        <TextField
          name="name"
          label="Organisation"
          autoComplete="organization"
          defaultValue={values.name}
          error={errorOf('name')}
        />
        <TextArea
          name="address"
          label="Postal address"
          rows={4}
          autoComplete="street-address"
          defaultValue={values.address}
          error={errorOf('address')}
        />
        <TextField
          name="email"
          type="email"
          label="Privacy contact"
          hint="The e-mail address to which people write about their data, and to which what they answer to our e-mails goes."
          autoComplete="email"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={values.email}
          error={errorOf('email')}
        />
        <Button name="do" value="operator">
          Save the operator
        </Button>
      </form>
    </Part>
  )
}
