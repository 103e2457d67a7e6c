import type { IncomingMessage, ServerResponse } from 'node:http'
import { ANYWHERE } from '@/app/_server/answer/cacheable-answer'
import { findForm } from '@/app/_server/forms/table'
import { OWN_ADDRESSES } from '@/app/_server/next/next-internals'
import { pathOf } from '@/app/_server/path-of'
import { routeAt } from '@/app/_server/routes/kind'

/**
 * Answers what no page has a part in: addresses that Next opens by itself (it would make pictures anew for anybody), and
 * methods that an address does not take. Gives `true` when the answer is sent.
 */
export function refuseEarly(request: IncomingMessage, response: ServerResponse, development: boolean): boolean {
  const pathname = pathOf(request)
  if (OWN_ADDRESSES.test(decoded(pathname))) {
    // Under development the browser is told of changes there.
    if (development) return false
    return answer(response, 404, 'There is no such file.')
  }
  const allowed = methodsOf(pathname)
  const method = request.method ?? ''
  if (method === 'OPTIONS' && allowed.includes(method)) return answerPreflight(response, allowed)
  if (allowed.includes(method)) return false
  response.setHeader('Allow', allowed.join(', '))
  // A form that was posted to the wrong place came from a person: they get a page that says so.
  if (method === 'POST' && !pathname.startsWith('/api/')) return false
  return answer(response, 405, `This address takes ${allowed.join(', ')}.`)
}

function answerPreflight(response: ServerResponse, allowed: string[]): true {
  const methods = allowed.join(', ')
  response.writeHead(204, { ...ANYWHERE, Allow: methods, 'Access-Control-Allow-Methods': methods }).end()
  return true
}

function answer(response: ServerResponse, status: number, words: string): true {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }).end(words)
  return true
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}

const READ = ['GET', 'HEAD']

/** The methods that an address answers, as `Allow` names them: a page is read, and what has a form is posted to. */
export function methodsOf(pathname: string): string[] {
  const { methods } = routeAt(pathname).kind
  if (methods) return methods
  return findForm(pathname) ? [...READ, 'POST'] : READ
}
