import { turnOf } from '@/app/_server/caller/limit-caller'
import { again, left, publicForm, typedIn } from '@/app/_server/forms/make-form'
import { halfSession } from '@/app/_server/session/staff-session'
import { takePasskey } from '@/lib/staff/second-factor/passkeys/prove'
import { refusedWords } from '@/lib/staff/second-factor/passkeys/refused-words'
import { endSignIn, takeCode } from '@/lib/staff/second-factor/prove'
import { pageAfterSignIn, signInTo } from '@/lib/staff/sign-in/page-after'

/** Takes the second factor of a sign-in that a link began, a code or a passkey, and ends it. */
export const form = publicForm({
  answer: async ({ ctx: asked, sent }) => {
    const typed = typedIn(sent, ['code', 'passkey', 'to'])
    const to = pageAfterSignIn(typed.to)
    const half = await halfSession()
    if (!half) return { redirect: signInTo(to) }
    const ctx = { ...asked, actor: { kind: 'system' as const } }
    const values = { to }
    const taken = await turnOf(ctx, 'second-factor', half.staffId)
    if (!taken.allowed) return { ...left('soon', values), status: 429, retryAt: taken.retryAt }
    if (sent.has('passkey')) {
      const refused = await takePasskey(ctx, half, typed.passkey)
      if (refused) return again(values, [{ field: 'passkey', message: refusedWords[refused] }])
    } else if (!(await takeCode(ctx, half.staffId, typed.code))) {
      const message = typed.code.trim() ? 'This code is wrong, or was used before' : 'Enter the code'
      return again(values, [{ field: 'code', message }])
    }
    await endSignIn(ctx, half)
    return { redirect: to }
  },
})
