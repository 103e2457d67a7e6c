import { postedForm } from '@/app/_server/request'
import { staffPage } from '@/app/staff/staff-page'
import { Part } from '@/components/staff/part'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import { namedOperator } from '@/lib/kernel/operator'

export const metadata = { title: 'Settings' }

export default staffPage({ verb: 'settings.see', at: '/staff/settings', title: 'Settings' }, async ({ ctx }) => {
  const posted = postedForm('operator')
  const values = posted?.values ?? (await namedOperator(ctx)) ?? { name: '', address: '', email: '' }
  return (
    <div className="max-w-[46rem] space-y-7">
      <ErrorSummary faults={posted?.faults ?? []} />
      {posted?.done && (
        <Notice look="done" heading="Saved">
          <p>Pages and e-mails name the operator from now on.</p>
        </Notice>
      )}
      <Operator values={values} faults={posted?.faults ?? []} />
    </div>
  )
})

type Faults = { field: string; message: string }[]

function Operator({ values, faults }: { values: Record<string, string>; faults: Faults }) {
  const errorOf = (field: string) => faults.find((fault) => fault.field === field)?.message
  return (
    <Part id="operator" heading="Who runs this installation">
      <form id="operator-form" method="post" action="/staff/settings" className="space-y-6">
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
          hint="The e-mail address to which people write about their data."
          autoComplete="email"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={values.email}
          error={errorOf('email')}
        />
        <Button>Save</Button>
      </form>
    </Part>
  )
}
