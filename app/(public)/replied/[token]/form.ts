import { z } from 'zod'
import { textOf } from '@/app/_server/forms/fields'
import { again, left, publicForm } from '@/app/_server/forms/make-form'
import { replyAnswers } from '@/db/schema/index'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { findLetter } from '@/lib/letters/find'
import { recordReply } from '@/lib/letters/record-reply'
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
    const answer = z.enum(replyAnswers).safeParse(textOf(sent, 'answer'))
    if (!answer.success) return again({}, [{ field: 'answer', message: 'Choose one of the four answers' }])
    await recordReply(ctx, link.letterId, answer.data)
    return left(answer.data)
  },
})
