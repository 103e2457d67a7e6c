import type { IncomingMessage, ServerResponse } from 'node:http'
import { placeFor } from '@/app/_server/answer/concurrency-limit'
import { turnOf } from '@/app/_server/caller/limit-caller'
import { ownOrigins } from '@/app/_server/caller/own-host'
import { isSameOrigin } from '@/app/_server/caller/same-origin'
import { currentExchange, type Fault } from '@/app/_server/exchange'
import { pathOf } from '@/app/_server/path-of'
import { areaOf } from '@/app/_server/routes/area'
import { Refusal } from '@/lib/kernel/faults/errors'
import { contextFor } from '@/lib/mailer/process-context'
import { readForm } from './read-form'
import { sendFile } from './send-file'
import { findForm } from './table'

const FAULT_STATUS: Record<Fault['kind'], number> = {
  'cross-site': 403,
  'not-allowed': 403,
  'too-large': 413,
  'too-many': 429,
  unreadable: 400,
  'no-form': 405,
  'bad-address': 400,
  'long-address': 414,
}

// A route of its own answers it, since it takes a cookie away.
const SIGN_OUT = '/staff/sign-out'

/**
 * Answers a posted form. Gives `true` when the answer is sent; otherwise the request goes on as a GET,
 * to the page that shows the form's state or the fault page.
 */
export async function answerForm(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  if (request.method !== 'POST') return false
  if (currentExchange().fault) return passAsGet(request)
  const pathname = pathOf(request)
  // Next's own, under development, are not ours to answer.
  if (['api', 'next'].includes(areaOf(pathname))) return false
  if (!isSameOrigin(request, ownOrigins())) return refused(request, { kind: 'cross-site' })
  if (pathname === SIGN_OUT) return false
  const found = findForm(pathname)
  if (!found) return refused(request, { kind: 'no-form' })
  const turn = await turnOf(contextFor({ kind: 'supporter' }), 'forms')
  if (!turn.allowed) return refused(request, { kind: 'too-many' }, turn.retryAt)
  const body = await readForm(request, found.form.most)
  if ('refused' in body) return refused(request, { kind: body.refused })
  // Whoever has hung up meanwhile gets no answer: no work is done for one.
  if (!(await placeFor(response, currentExchange().clientAddress))) return true
  try {
    const answer = await found.form(body.form, found.address)
    if ('redirect' in answer) {
      response.writeHead(303, { Location: answer.redirect, 'Cache-Control': 'no-store' }).end()
      return true
    }
    if ('json' in answer) {
      response.writeHead(answer.status ?? 200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
      response.end(JSON.stringify(answer.json))
      return true
    }
    if ('file' in answer) {
      await sendFile(response, answer.file)
      return true
    }
    const exchange = currentExchange()
    exchange.form = { by: answer.by, show: answer.show }
    exchange.status = answer.status ?? null
    exchange.retryAt = answer.retryAt ?? null
    if (answer.at) request.url = answer.at
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    // The page itself says that there is no such thing, as it does to a visitor.
    if (error.code === 'not-found') return passAsGet(request)
    return refused(
      request,
      { kind: error.code === 'too-many' ? 'too-many' : 'not-allowed', message: error.message },
      error.retryAt,
    )
  }
  return passAsGet(request)
}

function refused(request: IncomingMessage, fault: Fault, retryAt?: Date): false {
  const exchange = currentExchange()
  exchange.fault = fault
  exchange.status = FAULT_STATUS[fault.kind]
  exchange.retryAt = retryAt ?? null
  request.url = '/fault'
  return passAsGet(request)
}

function passAsGet(request: IncomingMessage): false {
  request.method = 'GET'
  delete request.headers['content-length']
  delete request.headers['content-type']
  delete request.headers['transfer-encoding']
  return false
}
