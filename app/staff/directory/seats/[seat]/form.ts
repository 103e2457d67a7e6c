import { z } from 'zod'
import { again, left } from '@/app/_server/forms/make-form'
import { staffForm } from '@/app/_server/forms/staff-form'
import { setAddress } from '@/lib/directory/members/by-hand'
import { emailIn, isEmail } from '@/lib/kernel/email-address'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'

const NO_ADDRESS = 'Type one plain e-mail address, such as ann@parliament.uk.'

/** Sets the address of the MP of a seat by hand, or goes back to the source's. */
export const form = staffForm({
  verb: 'directory.confirm',
  address: ['seat'],
  input: z.object({ address: z.string(), email: z.string().max(320, NO_ADDRESS) }),
  answer: async ({ ctx, address: { seat }, input: { address, email }, typed }) => {
    if (address !== 'clear' && !isEmail(emailIn(email))) return again(typed, [{ field: 'email', message: NO_ADDRESS }])
    try {
      await setAddress(ctx, seat, address === 'clear' ? null : emailIn(email))
      return left<'set' | 'clear', 'address' | 'email'>(address === 'clear' ? 'clear' : 'set', typed)
    } catch (error) {
      if (!(error instanceof ExpectedFailure)) throw error
      return again(typed, [{ field: 'email', message: error.message }])
    }
  },
})
