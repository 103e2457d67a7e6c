import type { IncomingMessage } from 'node:http'
import { contextFor } from '@/lib/mailer/context-for'
import { isOffCached } from '@/lib/settings/switches/cached'
import { pathOf } from './path-of'
import { pathAt } from './routes/address'
import { pageAt } from './routes/kind'

/**
 * While sign-ups are paused, leads from a page that is made once for everyone to the same page as it is then: what
 * Next keeps of the usual one stays as it is, and so no process shows a form that nobody answers.
 */
export async function leadPaused(request: IncomingMessage): Promise<void> {
  const path = pathOf(request)
  const { kind, values } = pageAt(path)
  if (!kind.paused || !(await isOffCached(contextFor({ kind: 'system' }), 'sign-ups'))) return
  request.url = pathAt(kind.paused, values) + (request.url ?? '').slice(path.length)
}
