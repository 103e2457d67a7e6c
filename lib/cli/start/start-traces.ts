import { watchStatements } from '@/db/watched-statements'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { beginSpan, traceBy } from '@/lib/kernel/traces'

const ENDPOINTS = ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT']
const WHAT_STATEMENTS_DO = /^\s*(select|insert|update|delete|with)\b/i

type Source = Record<string, string | undefined>

/** Whether the standard variables ask for traces. Throws {@link ExpectedFailure} where they ask for what is not there. */
export function wantsTraces(source: Source): boolean {
  if (source.OTEL_SDK_DISABLED?.toLowerCase() === 'true') return false
  const exporter = source.OTEL_TRACES_EXPORTER?.trim() ?? ''
  if (!['', 'otlp', 'none'].includes(exporter)) {
    throw new ExpectedFailure('Settings: OTEL_TRACES_EXPORTER must be otlp or none.')
  }
  if (exporter !== '') return exporter === 'otlp'
  return ENDPOINTS.some((name) => source[name]?.trim())
}

/**
 * Sends traces by OTLP over HTTP where OpenTelemetry's variables ask for them, which say where to, how many and under which
 * name; else not even its packages are loaded. Gives what sends the last and ends it.
 */
// biome-ignore lint/style/noProcessEnv: its own variables, which its packages read there as well.
export async function startTraces(source: Source = process.env): Promise<() => Promise<void>> {
  if (!wantsTraces(source)) return async () => {}
  const [api, hooks, sdk, exporter, resources] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/context-async-hooks'),
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ])
  const named = resources.resourceFromAttributes({ 'service.name': 'dear-mp' })
  const provider = new sdk.NodeTracerProvider({
    resource: named.merge(resources.detectResources({ detectors: [resources.envDetector] })),
    spanProcessors: [new sdk.BatchSpanProcessor(new exporter.OTLPTraceExporter())],
  })
  // Not everybody's: Next would tell of whole addresses, which can be a person's own links.
  api.context.setGlobalContextManager(new hooks.AsyncLocalStorageContextManager().enable())
  traceBy({ tracer: provider.getTracer('dear-mp'), kinds: api.SpanKind, errorCode: api.SpanStatusCode.ERROR })
  watchStatements((text) => {
    const does = WHAT_STATEMENTS_DO.exec(text)?.[1]?.toLowerCase() ?? 'statement'
    const attributes = { 'db.system.name': 'postgresql', 'db.operation.name': does }
    return beginSpan({ name: `database ${does}`, kind: 'client', attributes })
  })
  return () => provider.shutdown()
}
