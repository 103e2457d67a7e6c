import { textOf } from '@/app/_server/forms/fields'
import { again, left, publicForm } from '@/app/_server/forms/make-form'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { findLetter } from '@/lib/letters/find'
import { recordReply } from '@/lib/letters/record-reply'
import { answerNamed } from '@/lib/letters/reply-answers'
import { unsubscribe } from '@/lib/supporters/unsubscribe'

/** The follow-up question, answered by a button. */
export const form = publicForm({
  address: ['token'],
  answer: async ({ ctx, sent, address }) => {
    const link = await readLink(ctx, 'replied', address.token)
    if (!link?.letterId) return again({}, [], 404)
    if (textOf(sent, 'answer') === 'stop') {
      const letter = await findLetter(ctx, link.letterId)
      if (letter) await unsubscribe(ctx, letter.supporterId)
      return left('stopped')
    }
    const answer = answerNamed(textOf(sent, 'answer'))
    if (!answer) return again({}, [{ field: 'answer', message: 'Choose one of the four answers' }])
    await recordReply(ctx, link.letterId, answer)
    return left(answer)
  },
})
