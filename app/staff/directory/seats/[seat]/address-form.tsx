import type { StateOf } from '@/app/_server/forms/form-answer'
import { Part } from '@/components/staff/part'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/typing/text-field'
import type { ListedMp } from '@/lib/directory/every-seat/listed-seats'
import type { form } from './form'

type Props = { code: string; mp: ListedMp; left: StateOf<typeof form> | null }

/** Sets the address of this seat's MP by hand, or goes back to the source's. */
export function AddressForm({ code, mp, left }: Props) {
  return (
    <Part id="address" heading={mp.email ? 'Put the address right' : 'Set an address'}>
      <form
        id="address-form"
        method="post"
        action={`/staff/directory/seats/${code}`}
        className="max-w-[34rem] space-y-4"
        noValidate
      >
        <TextField
          name="email"
          type="email"
          label={`E-mail address of ${mp.name}`}
          hint="It stays until the source itself gives another one than it does now."
          autoComplete="off"
          defaultValue={left?.faults.length ? left.values.email : (mp.setByHand && mp.email) || ''}
          error={left?.faults.find(({ field }) => field === 'email')?.message}
        />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button look="second" name="address" value="set">
            Set this address
          </Button>
          {mp.setByHand && (
            <Button look="quiet" name="address" value="clear">
              Back to the source’s address
            </Button>
          )}
        </div>
      </form>
    </Part>
  )
}
