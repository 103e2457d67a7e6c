import type { Failing } from '@/app/_server/readiness'

/** What a probe is told: 200 with `parts`, each of which is as it should be, or 503 with the one that fails. */
export function healthAnswer(status: string, fault: Failing | null, parts: Record<string, string>): Response {
  const body = fault ? { status: 'failing', ...fault } : { status, ...parts }
  return Response.json(body, { status: fault ? 503 : 200, headers: { 'Cache-Control': 'no-store' } })
}
