import { textOf } from '@/app/_server/forms/fields'
import { staffForm } from '@/app/_server/forms/staff-form'
import { digestNamed, wantDigest } from '@/lib/figures/digest/who-gets-digest'

/** Sets how often the member who asks gets figures by e-mail. */
export const form = staffForm({
  verb: 'figures.see',
  answer: async ({ ctx, sent }) => {
    await wantDigest(ctx, digestNamed(textOf(sent, 'digest')))
    return { redirect: '/staff/dashboard' }
  },
})
