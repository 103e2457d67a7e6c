import { limitsLifted, turnOf } from '@/app/_server/caller/limit-caller'
import { again, left } from '@/app/_server/forms/make-form'
import type { Context } from '@/lib/kernel/context'
import { timeAndDate } from '@/lib/kernel/text'
import { confirmByCode } from '@/lib/letters/confirming/confirm-by-code'
import { CODE_DIGITS, CODE_TRIES_MOST } from '@/lib/letters/confirming/confirm-code'
import { confirmedLetterAt } from './confirmed-letter-at'

/** Answers a code that was typed: like the button behind the link where it is the one, alike for everyone where it is not. */
export async function answerCode(ctx: Context, letterId: string, typed: string) {
  const code = typed.normalize('NFKC').replace(/\D/g, '')
  const refuse = (message: string, status?: number) => again({ code: typed }, [{ field: 'code', message }], status)
  if (code.length !== CODE_DIGITS) return refuse('Enter the six digits of the code from the e-mail')
  const turn = await turnOf(ctx, 'code')
  if (!turn.allowed)
    return {
      ...refuse(`Too many codes were tried from your connection. Try again after ${timeAndDate(turn.retryAt)}`, 429),
      retryAt: turn.retryAt,
    }
  const taken = await confirmByCode(ctx, letterId, code, limitsLifted())
  switch (taken.outcome) {
    case 'wrong':
      return refuse('This is not the code of our newest e-mail to this address')
    case 'spent':
      return refuse(
        `${CODE_TRIES_MOST} codes were tried, so none is taken any more. Open the link, or have the e-mail sent again: it then has a new code`,
        429,
      )
    case 'asked':
    case 'taken':
    case 'full':
      return { redirect: `/confirm/${taken.ask}` }
    default:
      // No token: it was erased meanwhile.
      if (!taken.token) return { ...left('gone'), status: 404 }
      return { redirect: confirmedLetterAt(taken.token, taken.outcome) }
  }
}
