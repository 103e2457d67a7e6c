import type { FormAnswer, FormHandler } from '@/app/_server/form-answer'
import { currentSession } from '@/app/_server/staff-session'
import type { StaffVerb } from '@/lib/audit/verbs'
import type { Context } from '@/lib/kernel/context'
import { Refusal } from '@/lib/kernel/faults/errors'
import { contextFor } from '@/lib/mailer/context-for'
import { look } from '@/lib/settings/in-step'
import { allowed } from '@/lib/staff/roles'
import { textOf } from './fields'

// All asks of a campaign, each with all the wordings that it can have, are 58,000 characters.
const SHOWN_MOST = 100_000
/** What a field on the page costs by itself, in characters. */
const FIELD_COSTS = 500

type StaffHandler = (ctx: Context, form: FormData, address: Record<string, string>) => Promise<FormAnswer>

/** A form of the staff side, which tells what one must be allowed for it. */
export type StaffForm = FormHandler & { verb: StaffVerb }

/** Several forms of the staff side at one address. */
export type StaffForms = FormHandler & { actions: Record<string, StaffForm> }

/** A form of the staff side: answered for those whose role allows `verb`, refused to all others. */
export function staffForm(verb: StaffVerb, handle: StaffHandler): StaffForm {
  const answer: FormHandler = async (form, address) => {
    const session = await currentSession()
    if (!session) return signedOut(form)
    const { id, role } = session.member
    if (!allowed(role, verb)) throw notAllowed()
    try {
      return await handle(contextFor({ kind: 'staff', id, role }), form, address)
    } finally {
      // The page that comes next shows what was just saved, whether or not the database's word of it is here by then.
      await look()
    }
  }
  return Object.assign(answer, { verb })
}

/** The forms of one page, told apart by what their field or button `do` says; anything else is refused. */
export function staffForms(actions: Record<string, StaffForm>): StaffForms {
  const answer: FormHandler = async (form, address) => {
    const name = textOf(form, 'do')
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined
    if (action) return action(form, address)
    if (!(await currentSession())) return signedOut(form)
    throw notAllowed()
  }
  return Object.assign(answer, { actions })
}

function notAllowed(): Refusal {
  return new Refusal('not-allowed', 'Your role does not allow that. Nothing was changed.')
}

/**
 * Leads to the way in, with what was typed: a session that has ended in the middle of writing loses no word. Whoever
 * never had one could post the same, so it goes no further than the longest part of a campaign does.
 */
function signedOut(form: FormData): FormAnswer {
  const written = new Map<string, string>()
  let left = SHOWN_MOST
  for (const [name, value] of form) {
    // What was written has spaces in it; ids, dates and choices have none.
    if (typeof value !== 'string' || !/\s/.test(value.trim())) continue
    left -= value.length + (written.has(name) ? 0 : FIELD_COSTS)
    if (left < 0) break
    const before = written.get(name)
    written.set(name, before ? `${before}\n\n${value}` : value)
  }
  if (written.size === 0) return { redirect: '/staff/sign-in' }
  const values = Object.fromEntries(written)
  const done = left < 0 ? 'cut' : null
  return { show: { form: 'signed-out', values, faults: [], done }, status: 403, at: '/staff/sign-in' }
}
