import { textOf } from '@/app/_server/forms/fields'
import { again, left, publicForm } from '@/app/_server/forms/make-form'
import { findLinkedLetter } from '@/lib/letters/find'
import { unsubscribe } from '@/lib/supporters/unsubscribe'

/** Ends reminders, questions and updates: by the page's button, or by a mail program in one press, which follows no redirect (RFC 8058). */
export const form = publicForm({
  address: ['token'],
  answer: async ({ ctx, sent, address: { token } }) => {
    const { letter } = await findLinkedLetter(ctx, 'unsubscribe', token)
    if (!letter) return again({}, [], 404)
    await unsubscribe(ctx, letter.supporterId)
    return textOf(sent, 'List-Unsubscribe') ? left('stopped') : { redirect: `/unsubscribe/${token}` }
  },
})
