import type { IncomingMessage } from 'node:http'
import { log } from '@/lib/kernel/log'
import { contextFor } from '@/lib/mailer/process-context'
import { isOff } from '@/lib/settings/switches/is-off'
import { pathOf } from './path-of'
import { pathAt } from './routes/address'
import { pageAt } from './routes/kind'

/**
 * While sign-ups are paused, leads from a page that is made once for everyone to the same page as it is then: what
 * Next keeps of the usual one stays as it is, and so no process shows a form that nobody answers.
 */
export async function leadToPausedPage(request: IncomingMessage): Promise<void> {
  const path = pathOf(request)
  const { kind, values } = pageAt(path)
  if (!kind.paused || !(await isPaused())) return
  request.url = pathAt(kind.paused, values) + (request.url ?? '').slice(path.length)
}

/** A page that is made once is there without a database, too. */
async function isPaused(): Promise<boolean> {
  try {
    return await isOff(contextFor({ kind: 'system' }), 'sign-ups')
  } catch (error) {
    log.error({ err: error }, 'The switches could not be read')
    return false
  }
}
