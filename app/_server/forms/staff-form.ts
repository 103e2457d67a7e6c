import type { z } from 'zod'
import { currentExchange } from '@/app/_server/exchange'
import { keepUntilFresh } from '@/app/_server/session/keep-until-fresh'
import { mustSetUpFactor } from '@/app/_server/session/must-set-up-factor'
import { contextOf, currentSession } from '@/app/_server/session/staff-session'
import type { StaffVerb } from '@/lib/audit/verbs'
import { Refusal } from '@/lib/kernel/faults/errors'
import { systemClock } from '@/lib/kernel/time/clock'
import { look } from '@/lib/settings/listen-for-changes'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { isFresh } from '@/lib/staff/fresh/is-fresh'
import { allowed, isOfCampaign, needsFresh } from '@/lib/staff/roles'
import { textOf } from './fields'
import type { Left, LeftBy } from './form-answer'
import {
  type AnyAnswer,
  type AnyParsed,
  type AnyPlain,
  type Form,
  formOf,
  type Parsed,
  type Plain,
  type Typed,
} from './make-form'
import { answerSignedOut } from './signed-out'

/** A form of the staff side, which tells what one must be allowed for it. */
export type StaffForm<State = unknown, Name extends string = string> = Form<State, Name> & { verb: StaffVerb }

/** Several forms of the staff side at one address. */
export type StaffForms<Name extends string = string> = Form<unknown, Name> & {
  actions: Record<string, StaffForm<unknown, Name>>
}

type Verb = { verb: StaffVerb }

/** A form of the staff side: answered for those whose role allows `verb`, refused to all others. */
export function staffForm<Input extends z.ZodObject, Given extends AnyAnswer, Name extends string = never>(
  spec: Verb & Parsed<Input, Given, Name>,
): StaffForm<LeftBy<Given> | Left<keyof Typed<Input>, null>, Name>
export function staffForm<Given extends AnyAnswer, Name extends string = never>(
  spec: Verb & Plain<Given, Name>,
): StaffForm<LeftBy<Given>, Name>
export function staffForm(spec: Verb & (AnyPlain | AnyParsed)): StaffForm {
  const { verb } = spec
  const made = formOf(spec, async (sent, { id: campaignId }) => {
    const session = await currentSession()
    // A form with an address of its own has no page there to come back to.
    if (!session) return answerSignedOut(sent, spec.at ? '' : currentExchange().path)
    if (!allowed(session.member.role, verb)) throw notAllowed()
    const ctx = contextOf(session.member)
    // Before anything is read: an address has the campaign's id by this name, where the verb is about one.
    if (campaignId && isOfCampaign(verb)) assertAllowed(ctx, verb, campaignId)
    if (!verb.startsWith('account.') && (await mustSetUpFactor(session)))
      throw new Refusal(
        'not-allowed',
        'Set up your second factor first: your account’s page has it. Nothing was changed.',
      )
    if (needsFresh(verb) && !isFresh(session, systemClock()))
      return { redirect: await keepUntilFresh(session, sent, currentExchange().path) }
    // The page that comes next shows what was just saved, whether or not the database's word of it is here by then.
    return { ctx, after: look }
  })
  return Object.assign(made, { verb })
}

/** The forms of one page, told apart by what their field or button `do` says; anything else is refused. */
export function staffForms<Name extends string>(actions: Record<string, StaffForm<unknown, Name>>): StaffForms<Name> {
  const [first, ...others] = Object.values(actions)
  if (!first) throw new Error('There is no form in it.')
  const made = async (sent: FormData, address: Record<Name, string>) => {
    const name = textOf(sent, 'do')
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined
    if (action) return action(sent, address)
    if (!(await currentSession())) return answerSignedOut(sent, currentExchange().path)
    throw notAllowed()
  }
  const most = Math.max(first.most, ...others.map((other) => other.most))
  return Object.assign(made, { actions, address: first.address, at: null, most })
}

function notAllowed(): Refusal {
  return new Refusal('not-allowed', 'Your role does not allow that. Nothing was changed.')
}
