import { textOf } from '@/app/_server/forms/fields'
import { again, left, publicForm } from '@/app/_server/forms/make-form'
import { readStopToken } from '@/lib/figures/digest/stop-link'
import { stopDigest } from '@/lib/figures/digest/who-gets-digest'

/** Ends a member's figures by e-mail: by the page's button, or by a mail program in one press, which follows no redirect (RFC 8058). */
export const form = publicForm({
  address: ['token'],
  answer: async ({ ctx, sent, address: { token } }) => {
    const staffId = readStopToken(token)
    if (staffId === null) return again({}, [], 404)
    await stopDigest(ctx, staffId)
    return textOf(sent, 'List-Unsubscribe') ? left('stopped') : { redirect: `/stop-figures/${token}` }
  },
})
