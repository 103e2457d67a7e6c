import type { IncomingMessage, ServerResponse } from 'node:http'
import { pathOf } from '@/app/_server/path-of'
import { env } from '@/lib/kernel/env'
import { isSame } from '@/lib/kernel/secrets/is-same'
import { contextFor } from '@/lib/mailer/process-context'
import { answerMetrics } from '@/lib/metrics/answer'
import { composeMetrics } from '@/lib/metrics/compose'

/** Answers Prometheus at `/metrics` where it brings `METRICS_TOKEN`; for anybody else there is no such page. Gives whether it has. */
export async function answerMetricsAsked(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const { token } = env().metrics
  if (token === null || pathOf(request) !== '/metrics') return false
  if (!isSame(request.headers.authorization ?? '', `Bearer ${token}`)) return false
  await answerMetrics(request, response, () => composeMetrics(contextFor({ kind: 'system' })))
  return true
}
