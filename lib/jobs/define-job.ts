import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'

/** A kind of work for later, and what it carries: ids, never personal data. The kind stands in the queue of installations. */
export type Job<Payload> = { readonly kind: string; readonly schema: z.ZodType<Payload> }

export type JobPayload<Of> = Of extends Job<infer Payload> ? Payload : never

/** What a job carries that looks for its work by itself. */
export const nothing = z.object({})

/** Does the work; throws to be tried again later. `signal` is set off when the worker is told to stop. */
type Handler<Payload> = (ctx: Context, payload: Payload, signal: AbortSignal) => Promise<unknown>

/** A job with the verb that does it. `take` is given what the queue hands back, and throws where that is not what the job carries. */
export type HandledJob = {
  readonly kind: string
  readonly take: (ctx: Context, payload: unknown, signal: AbortSignal) => Promise<void>
}

/** A job that the declaring room asks for and {@link handles} has done by a verb of a room further right. */
export function declareJob<Payload>(kind: string, schema: z.ZodType<Payload>): Job<Payload> {
  return { kind, schema }
}

/** A job with the verb of its own room that does it. */
export function defineJob<Payload>(
  kind: string,
  schema: z.ZodType<Payload>,
  handler: Handler<Payload>,
): Job<Payload> & HandledJob {
  const job = declareJob(kind, schema)
  return { ...job, ...handles(job, handler) }
}

/** Joins a job with the verb that does it. */
export function handles<Payload>({ kind, schema }: Job<Payload>, handler: Handler<Payload>): HandledJob {
  return {
    kind,
    take: async (ctx, payload, signal) => {
      const { data, error } = schema.safeParse(payload)
      // Told by the names of the fields alone: what they hold may be anybody's.
      if (error) throw new Error(`A job "${kind}" does not carry what it should: ${faultsOf(error)}.`)
      await handler(ctx, data, signal)
    },
  }
}

function faultsOf(error: z.ZodError): string {
  return error.issues.map(({ path, code }) => `${path.join('.') || 'all of it'} (${code})`).join(', ')
}
