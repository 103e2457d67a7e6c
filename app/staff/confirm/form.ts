import { turnOf } from '@/app/_server/caller/limit-caller'
import { textOf } from '@/app/_server/forms/fields'
import { again, left } from '@/app/_server/forms/make-form'
import { staffForm, staffForms } from '@/app/_server/forms/staff-form'
import { backTo } from '@/app/_server/session/keep-until-fresh'
import { currentSession } from '@/app/_server/session/staff-session'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Context } from '@/lib/kernel/context'
import { sendSignInLinkJob } from '@/lib/staff/jobs'
import { ownId } from '@/lib/staff/own-id'
import { takePasskey } from '@/lib/staff/second-factor/passkeys/prove'
import { refusedWords } from '@/lib/staff/second-factor/passkeys/refused-words'
import { noteProven, takeCode } from '@/lib/staff/second-factor/prove'
import { signInTo } from '@/lib/staff/sign-in/page-after'

export const code = proof('code', async ({ ctx, typed }) =>
  (await takeCode(ctx, ownId(ctx), typed)) ? null : 'This code is wrong, or was used before',
)

export const passkey = proof('passkey', async ({ ctx, sessionId, typed }) => {
  const refused = await takePasskey(ctx, { sessionId, staffId: ownId(ctx) }, typed)
  return refused && refusedWords[refused]
})

type Tried = { ctx: Context; sessionId: string; typed: string }

/** Proves it by one field; `faultOf` takes what it holds, and says what is wrong with it. */
function proof(field: 'code' | 'passkey', faultOf: (tried: Tried) => Promise<string | null>) {
  return staffForm({
    verb: 'account.see',
    answer: async ({ ctx, sent }) => {
      const values = { kept: textOf(sent, 'kept'), to: textOf(sent, 'to') }
      const taken = await turnOf(ctx, 'second-factor', ownId(ctx))
      if (!taken.allowed) return { ...left('soon', values), status: 429, retryAt: taken.retryAt }
      const session = await currentSession()
      if (!session) return { redirect: signInTo(backTo(values)) }
      const message = await faultOf({ ctx, sessionId: session.id, typed: textOf(sent, field) })
      if (message) return again(values, [{ field, message }])
      await noteProven(ctx, session.id)
      return { redirect: backTo(values) }
    },
  })
}

export const link = staffForm({
  verb: 'account.see',
  answer: async ({ ctx, sent }) => {
    const values = { kept: textOf(sent, 'kept'), to: textOf(sent, 'to') }
    const taken = await turnOf(ctx, 'sign-in', `confirm ${ownId(ctx)}`)
    if (!taken.allowed) return { ...left('soon', values), status: 429, retryAt: taken.retryAt }
    await enqueue(ctx, sendSignInLinkJob, { staffId: ownId(ctx), invited: false, to: backTo(values) })
    return left('sent', values)
  },
})

/** Proves again who somebody is, by their second factor or by a link. */
export const form = staffForms({ code, passkey, link })
