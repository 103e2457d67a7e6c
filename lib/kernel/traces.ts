// State: one copy in a process.
import type { Attributes, Span, SpanKind, Tracer } from '@opentelemetry/api'

type Given = { name: string; kind: Kind; attributes?: Attributes }
/** What a piece of work is: an answer to somebody, a question to another, a job, or none of these. */
type Kind = 'server' | 'client' | 'consumer'
/** What is told of a piece of work while it goes on; not even made out, where nobody listens. */
export type Told = { set(attributes: () => Attributes): void }

type Tracing = { tracer: Tracer; kinds: typeof SpanKind; errorCode: number }

const kept: { tracing: Tracing | null } = { tracing: null }
const UNTOLD: Told = { set() {} }

/** Has what is done in this process told by `tracing` from now on. */
export function traceBy(tracing: Tracing): void {
  kept.tracing = tracing
}

/**
 * Does `work` as a span of a trace, below the one that it is a part of. Off, it only does it. Names and attributes hold
 * kinds alone: no path, parameter, address or text of anybody's; of an error its name.
 */
export function traced<T>(given: Given, work: (told: Told) => Promise<T>): Promise<T> {
  const { tracing } = kept
  if (!tracing) return work(UNTOLD)
  return tracing.tracer.startActiveSpan(given.name, optionsOf(given, tracing), async (span) => {
    try {
      const done = await work({ set: (attributes) => void span.setAttributes(attributes()) })
      span.end()
      return done
    } catch (error) {
      fail(span, tracing, error)
      throw error
    }
  })
}

/** The same for what is begun in one place and ends in another: gives what is called at its end, with what it failed by. */
export function beginSpan(given: Given): (error?: unknown) => void {
  const { tracing } = kept
  if (!tracing) return () => {}
  const span = tracing.tracer.startSpan(given.name, optionsOf(given, tracing))
  return (error) => (error === undefined ? span.end() : fail(span, tracing, error))
}

function optionsOf({ kind, attributes = {} }: Given, { kinds }: Tracing) {
  const spanKind = { server: kinds.SERVER, client: kinds.CLIENT, consumer: kinds.CONSUMER }[kind]
  return { kind: spanKind, attributes }
}

function fail(span: Span, { errorCode }: Tracing, error: unknown): void {
  span.setAttribute('error.type', error instanceof Error ? error.name : 'unknown')
  span.setStatus({ code: errorCode })
  span.end()
}
