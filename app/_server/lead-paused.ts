import type { IncomingMessage } from 'node:http'
import { contextFor } from '@/lib/kernel/context'
import { heldOff } from '@/lib/settings/switches/cached'
import { pathOf } from './path-of'
import { isCachedPage } from './policy'

/**
 * While sign-ups are paused, leads from a page that is made once for everyone to the same page as it is then: what
 * Next keeps of the usual one stays as it is, and so no process shows a form that nobody answers.
 */
export async function leadPaused(request: IncomingMessage): Promise<void> {
  const path = pathOf(request)
  if (!isCachedPage(path) || !(await heldOff(contextFor({ kind: 'system' }), 'sign-ups'))) return
  const [page = ''] = path.split('/from/', 1)
  const paused = `${page.endsWith('/') ? page.slice(0, -1) : page}/paused`
  request.url = paused + (request.url ?? '').slice(path.length)
}
