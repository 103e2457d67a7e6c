import type { FieldFault } from '@/app/_server/forms/fields'
import { Part } from '@/components/staff/part'
import { When } from '@/components/staff/when'
import { Button } from '@/components/ui/button'
import { Table } from '@/components/ui/table'
import { TextField } from '@/components/ui/typing/text-field'
import { listByHand } from '@/lib/directory/members/by-hand'
import type { Context } from '@/lib/kernel/context'

const columns = ['Seat', 'MP', 'Address', 'Set', 'At the source'].map((label) => ({ label }))

type Props = { ctx: Context; typed: Partial<Record<'seat' | 'email', string>>; faults: readonly FieldFault[] }

/** The addresses that staff have set, and the form that sets or clears one; `typed`: what was sent and not taken. */
export async function Addresses({ ctx, typed, faults }: Props) {
  const faultOf = (name: string) => faults.find(({ field }) => field === name)?.message
  const rows = await listByHand(ctx)
  return (
    <Part id="addresses" heading="Addresses set by hand">
      <div className="space-y-6">
        <p className="max-w-measure">
          An address that is set here, or by npm run directory -- import-members FILE, stays until the source itself
          gives another one than it does now.
        </p>
        {rows.length > 0 && (
          <Table
            caption="MPs with an address set by hand"
            captionHidden
            columns={columns}
            rows={rows.map(({ code, constituency, name, email, setByHand, sourceEmail }) => ({
              key: code,
              cells: [constituency, name, email ?? 'none', <When key="set" at={setByHand} />, sourceEmail ?? 'none'],
            }))}
          />
        )}
        <form id="address-form" method="post" action="/staff/directory" className="max-w-[30rem] space-y-4">
          <TextField
            name="seat"
            label="Constituency"
            hint="Its name, or its code such as E14001172."
            autoComplete="off"
            defaultValue={typed.seat}
            error={faultOf('seat')}
          />
          <TextField
            name="email"
            type="email"
            label="E-mail address of its MP"
            hint="Left empty for “Back to the source’s address”."
            autoComplete="off"
            defaultValue={typed.email}
            error={faultOf('email')}
          />
          <div className="flex flex-wrap gap-3">
            <Button name="address" value="set">
              Set this address
            </Button>
            <Button look="second" name="address" value="clear">
              Back to the source’s address
            </Button>
          </div>
        </form>
      </div>
    </Part>
  )
}
