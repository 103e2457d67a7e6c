import { faultsOf, textOf } from '@/app/_server/forms/fields'
import { again, publicForm, typedIn } from '@/app/_server/forms/make-form'
import type { Context } from '@/lib/kernel/context'
import { findLinkedLetter } from '@/lib/letters/find'
import { takeBackAnswer } from '@/lib/letters/mp-answers/own-answer'
import { saidOfAnswer, sayAnswer } from '@/lib/letters/mp-answers/say-answer'
import { recordReply } from '@/lib/letters/record-reply'
import { answerNamed } from '@/lib/letters/reply-answers'
import { unsubscribe } from '@/lib/supporters/unsubscribe'

/** The follow-up question, answered by a button; then, in a form of its own, what the MP answered. */
export const form = publicForm({
  address: ['token'],
  answer: async ({ ctx, sent, address }) => {
    const { letter } = await findLinkedLetter(ctx, 'replied', address.token)
    if (!letter) return again({}, [], 404)
    const here = `/replied/${address.token}`
    const act = textOf(sent, 'act')
    if (act === 'say') return said(ctx, letter.id, sent, here)
    if (act === 'take-back') {
      await takeBackAnswer(ctx, letter.id)
      return { redirect: here }
    }
    if (textOf(sent, 'answer') === 'stop') {
      await unsubscribe(ctx, letter.supporterId)
      return { redirect: here }
    }
    const answer = answerNamed(textOf(sent, 'answer'))
    if (!answer) return again({}, [{ field: 'answer', message: 'Choose one of the four answers' }])
    await recordReply(ctx, letter.id, answer)
    return { redirect: here }
  },
})

async function said(ctx: Context, letterId: string, sent: FormData, here: string) {
  const typed = typedIn(sent, ['said', 'quote'])
  const parsed = saidOfAnswer.safeParse(typed)
  if (!parsed.success) return again(typed, faultsOf(parsed.error))
  await sayAnswer(ctx, letterId, parsed.data)
  return { redirect: `${here}?done=said` }
}
