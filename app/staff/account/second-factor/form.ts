import { z } from 'zod'
import { turnOf } from '@/app/_server/caller/limit-caller'
import { textOf } from '@/app/_server/forms/fields'
import { again, left } from '@/app/_server/forms/make-form'
import { staffForm, staffForms } from '@/app/_server/forms/staff-form'
import { currentSession } from '@/app/_server/session/staff-session'
import type { Context } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { timeAndDate } from '@/lib/kernel/text'
import { ownId } from '@/lib/staff/own-id'
import { beginApp, confirmApp } from '@/lib/staff/second-factor/app'
import { removeApp, removePasskey } from '@/lib/staff/second-factor/factors'
import { addPasskey, passkeyName } from '@/lib/staff/second-factor/passkeys/add'
import { refusedWords } from '@/lib/staff/second-factor/passkeys/refused-words'
import { newRecoveryCodes } from '@/lib/staff/second-factor/recovery-codes'
import { requireFactor } from '@/lib/staff/second-factor/required'
import { signInTo } from '@/lib/staff/sign-in/page-after'

const AT = '/staff/account/second-factor'

const begin = staffForm({
  verb: 'account.add-factor',
  answer: async ({ ctx }) => {
    await beginApp(ctx)
    return { redirect: AT }
  },
})

export const confirm = staffForm({
  verb: 'account.add-factor',
  answer: async ({ ctx, sent }) => {
    const wrong = (message: string) => again({ code: '' }, [{ field: 'code', message }])
    const taken = await turnOf(ctx, 'second-factor', ownId(ctx))
    if (!taken.allowed) {
      const refused = wrong(`Too many codes were tried: try again after ${timeAndDate(taken.retryAt)}`)
      return { ...refused, status: 429, retryAt: taken.retryAt }
    }
    const codes = await confirmApp(ctx, textOf(sent, 'code').replace(/\s/g, ''))
    return codes ? added(codes, 'app') : wrong('This code is wrong: enter the one that the app shows now')
  },
})

export const addOne = staffForm({
  verb: 'account.add-factor',
  input: z.object({ name: passkeyName }),
  answer: async ({ ctx, sent, input: { name }, typed }) => {
    const session = await currentSession()
    if (!session) return { redirect: signInTo(AT) }
    const done = await addPasskey(ctx, { sessionId: session.id, answer: textOf(sent, 'passkey'), name })
    if ('refused' in done) return again(typed, [{ field: 'passkey', message: refusedWords[done.refused] }])
    return added(done.codes, 'passkey')
  },
})

/** New codes are shown at once, since they are shown only once. */
function added(codes: string[], what: 'app' | 'passkey') {
  return codes.length > 0 ? left({ codes }) : { redirect: `${AT}?done=${what}` }
}

export const renew = staffForm({
  verb: 'account.remove-factor',
  answer: async ({ ctx }) => left({ codes: await newRecoveryCodes(ctx) }),
})

export const remove = removal('remove', (ctx) => removeApp(ctx))

export const removeOne = removal('remove-passkey', (ctx, sent) => removePasskey(ctx, textOf(sent, 'id')))

function removal(field: string, from: (ctx: Context, sent: FormData) => Promise<void>) {
  return staffForm({
    verb: 'account.remove-factor',
    answer: async ({ ctx, sent }) => {
      try {
        await from(ctx, sent)
      } catch (error) {
        if (!(error instanceof ExpectedFailure)) throw error
        return again({}, [{ field, message: error.message }])
      }
      return { redirect: `${AT}?done=${field}` }
    },
  })
}

export const require = staffForm({
  verb: 'team.require-factor',
  answer: async ({ ctx, sent }) => {
    try {
      await requireFactor(ctx, textOf(sent, 'to') === 'on')
    } catch (error) {
      if (!(error instanceof ExpectedFailure)) throw error
      return again({}, [{ field: 'require', message: error.message }])
    }
    return { redirect: AT }
  },
})

/** What somebody does with their own second factors. */
export const form = staffForms({
  begin,
  confirm,
  'add-passkey': addOne,
  'remove-passkey': removeOne,
  renew,
  remove,
  require,
})
