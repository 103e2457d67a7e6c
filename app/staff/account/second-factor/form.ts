import { turnOf } from '@/app/_server/caller/limit-caller'
import { textOf } from '@/app/_server/forms/fields'
import { again, left } from '@/app/_server/forms/make-form'
import { staffForm, staffForms } from '@/app/_server/forms/staff-form'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { timeAndDate } from '@/lib/kernel/text'
import { ownId } from '@/lib/staff/own-id'
import { beginApp, confirmApp } from '@/lib/staff/second-factor/app'
import { removeApp } from '@/lib/staff/second-factor/factors'
import { newRecoveryCodes } from '@/lib/staff/second-factor/recovery-codes'
import { requireFactor } from '@/lib/staff/second-factor/required'

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
    return codes ? left({ codes }) : wrong('This code is wrong: enter the one that the app shows now')
  },
})

export const renew = staffForm({
  verb: 'account.remove-factor',
  answer: async ({ ctx }) => left({ codes: await newRecoveryCodes(ctx) }),
})

export const remove = staffForm({
  verb: 'account.remove-factor',
  answer: async ({ ctx }) => {
    try {
      await removeApp(ctx)
    } catch (error) {
      if (!(error instanceof ExpectedFailure)) throw error
      return again({}, [{ field: 'remove', message: error.message }])
    }
    return { redirect: `${AT}?done=removed` }
  },
})

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

/** What somebody does with their own second factor. */
export const form = staffForms({ begin, confirm, renew, remove, require })
