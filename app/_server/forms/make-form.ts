import type { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { contextFor } from '@/lib/mailer/process-context'
import { type FieldFault, faultsOf, textOf } from './fields'
import type { Answer, FormAnswer, LeavesTo, Left, LeftBy, Shown, ShownAt } from './form-answer'
import { MOST_BYTES } from './read-form'

/** A form: called with the fields that were sent and the parts of its address that its folders name. */
export type Form<State = unknown, Name extends string = string> = {
  (sent: FormData, address: Record<Name, string>): Promise<FormAnswer<State>>
  /** The names of those parts. */
  address: readonly Name[]
  /** Where it is posted to, if not to the address of its page. */
  at: string | null
  /** So many bytes of it are read. */
  most: number
}

/** The texts of the fields that a schema names, as typed. */
export type Typed<Input extends z.ZodObject> = Record<keyof Input['shape'] & string, string>

/** A form whose fields are read as they were sent. */
export type Plain<Given, Name extends string> = {
  /** The parts in brackets of its address that it has to know. */
  address?: readonly Name[]
  /** The address that it is posted to, as `/staff/campaigns/[id]/picture`, where that is not its folder's. */
  at?: string
  /** So many bytes of it are read, where that is more than usual. */
  most?: number
  answer: (asked: { ctx: Context; sent: FormData; address: Record<Name, string> }) => Promise<Given>
}

/** A form whose fields are parsed first: what is wrong with them is shown beside them, and `answer` is not asked. */
export type Parsed<Input extends z.ZodObject, Given, Name extends string> = Omit<Plain<Given, Name>, 'answer'> & {
  input: Input | ((ctx: Context) => Input)
  answer: (asked: {
    ctx: Context
    sent: FormData
    address: Record<Name, string>
    input: z.output<Input>
    typed: Typed<Input>
  }) => Promise<Given>
}

export type AnyAnswer = Answer<unknown>
export type AnyPlain = Plain<AnyAnswer, string>
export type AnyParsed = Parsed<z.ZodObject, AnyAnswer, string>

/** A form of a public page, answered for everybody. */
export function publicForm<Input extends z.ZodObject, Given extends AnyAnswer, Name extends string = never>(
  spec: Parsed<Input, Given, Name>,
): Form<LeftBy<Given> | Left<keyof Typed<Input>, null>, Name>
export function publicForm<Given extends AnyAnswer, Name extends string = never>(
  spec: Plain<Given, Name>,
): Form<LeftBy<Given>, Name>
export function publicForm(spec: AnyPlain | AnyParsed): Form {
  return formOf(spec, async () => ({ ctx: contextFor({ kind: 'supporter' }) }))
}

/** Whom a form lets in, in which context they act, and what is done after it, however it ends. */
type Entered = { ctx: Context; after?: () => Promise<void> }

type Enter = (sent: FormData, address: Record<string, string>) => Promise<Entered | FormAnswer>

/** A form for those whom `enter` lets in; the others get its answer. */
export function formOf(spec: AnyPlain | AnyParsed, enter: Enter): Form {
  const answered = async (sent: FormData, address: Record<string, string>): Promise<FormAnswer> => {
    const entered = await enter(sent, address)
    if (!('ctx' in entered)) return entered
    try {
      const answer = await answerOf(spec, { ctx: entered.ctx, sent, address })
      if ('showAt' in answer) return answer.showAt
      return 'show' in answer ? { ...answer, by: made } : answer
    } finally {
      await entered.after?.()
    }
  }
  const { address = [], at = null, most = MOST_BYTES } = spec
  const made: Form = Object.assign(answered, { address, at, most })
  return made
}

function answerOf(
  spec: AnyPlain | AnyParsed,
  asked: { ctx: Context; sent: FormData; address: Record<string, string> },
): Promise<AnyAnswer> | AnyAnswer {
  if (!('input' in spec)) return spec.answer(asked)
  const schema = typeof spec.input === 'function' ? spec.input(asked.ctx) : spec.input
  const typed = typedIn(asked.sent, Object.keys(schema.shape))
  const parsed = schema.safeParse(typed)
  return parsed.success ? spec.answer({ ...asked, input: parsed.data, typed }) : again(typed, faultsOf(parsed.error))
}

/** The texts that were sent under these names. */
export function typedIn<const Name extends string>(sent: FormData, names: readonly Name[]): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, textOf(sent, name)])) as Record<Name, string>
}

/** The page again, with what was typed and what is wrong with it. */
export function again<Name extends string>(
  values: Record<Name, string>,
  faults: FieldFault[],
  status = 422,
): Shown<Left<Name, null>> {
  return { show: { values, faults, done: null }, status }
}

/** The page again, saying what came of it. */
export function left<const Done, Name extends string = never>(
  done: Done,
  values: Record<Name, string> = {} as Record<Name, string>,
): Shown<Left<Name, Done>> {
  return { show: { values, faults: [], done } }
}

/** Another page, with what it finds at a place of its own. */
export function showAt<State>(at: string, by: LeavesTo<State>, { show }: Shown<State>): { showAt: ShownAt } {
  return { showAt: { by, show, at } }
}
