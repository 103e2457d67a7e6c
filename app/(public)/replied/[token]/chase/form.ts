import { limitsLifted, turnOf } from '@/app/_server/caller/limit-caller'
import { currentExchange } from '@/app/_server/exchange'
import { faultsOf, textOf } from '@/app/_server/forms/fields'
import { again, left, publicForm, typedIn } from '@/app/_server/forms/make-form'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { timeAndDate } from '@/lib/kernel/text'
import { chaseLetter } from '@/lib/letters/chasing/chase-letter'
import { letterWords } from '@/lib/letters/input'

/** The second letter after one that was not answered: edited, checked, sent. */
export const form = publicForm({
  address: ['token'],
  answer: async ({ ctx, sent, address }) => {
    const link = await readLink(ctx, 'replied', address.token)
    if (!link?.letterId) return again({}, [], 404)
    const typed = typedIn(sent, ['subject', 'body'])
    const act = textOf(sent, 'act')
    if (act === 'change') return left('edited', typed)
    const words = letterWords.safeParse(typed)
    if (!words.success) return again(typed, faultsOf(words.error))
    if (act !== 'send') return left('checked', typed)
    const turn = await turnOf(ctx, 'submit')
    if (!turn.allowed) {
      const message = `Too many letters came from your connection. Nothing that you typed is lost: send it again after ${timeAndDate(turn.retryAt)}`
      return { ...again(typed, [{ field: 'chase-form', message }], 429), retryAt: turn.retryAt }
    }
    const chased = await chaseLetter(ctx, link.letterId, {
      words: words.data,
      network: currentExchange().clientNetwork,
      lifted: limitsLifted(),
    })
    // Why not is said by the page, which asks again.
    return 'token' in chased ? { redirect: `/letters/${chased.token}` } : again(typed, [], 409)
  },
})
