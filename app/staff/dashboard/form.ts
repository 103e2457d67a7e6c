import { textOf } from '@/app/_server/forms/fields'
import { staffForm } from '@/app/_server/forms/staff-form'
import { wantDigest } from '@/lib/figures/digest/who-gets-digest'

/** Turns the daily digest on or off for the member who asks. */
export const form = staffForm({
  verb: 'figures.see',
  answer: async ({ ctx, sent }) => {
    await wantDigest(ctx, textOf(sent, 'digest') === 'on')
    return { redirect: '/staff/dashboard' }
  },
})
