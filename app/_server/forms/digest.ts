import { wantDigest } from '@/lib/figures/digest/who-gets-digest'
import { textOf } from './fields'
import { staffForm } from './old-staff-form'

/** Turns the daily digest on or off for the member who asks. */
export const digestForm = staffForm('figures.see', async (ctx, form) => {
  await wantDigest(ctx, textOf(form, 'digest') === 'on')
  return { redirect: '/staff/dashboard' }
})
