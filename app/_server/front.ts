import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import onHeaders from 'on-headers'
import { areaOf, isProbe } from '@/app/_server/routes/area'
import { type Waited, withPatience } from '@/db/patience'
import { env } from '@/lib/kernel/env'
import { isBrokenOff } from '@/lib/kernel/faults/hang-up'
import { log } from '@/lib/kernel/log'
import { isNews, loggedAs } from '@/lib/kernel/logged-request'
import { type Address, householdOf, isPrivate, neighbourhoodOf } from '@/lib/kernel/network'
import { SECOND, secondsUntil } from '@/lib/kernel/time/durations'
import { answerBusy } from './answer/busy'
import { placeFor } from './answer/concurrency-limit'
import { contentPolicy } from './answer/content-security-policy'
import { answerFailed } from './answer/failed-answer'
import { keepForBack, setHeaders } from './answer/headers'
import { answerMetricsAsked } from './answer/metrics'
import { noteWaiting } from './answer/waiting'
import { answerVisit } from './answer-visit'
import { clientAddress } from './caller/client-address'
import { isLocalCaller } from './caller/local-caller'
import { answeredForOther } from './caller/own-host'
import { tellUnbelieved } from './caller/tell-untrusted-proxy'
import { countRequest } from './count-requests'
import { countVisits } from './count-visits'
import { type Exchange, newExchange, withExchange } from './exchange'
import { answerForm } from './forms/answer-form'
import { leadFromOldAddress } from './lead-from-old-address'
import { leadToMeantAddress } from './lead-to-meant-address'
import { leadToPausedPage } from './lead-to-paused-page'
import { logRequest } from './log-requests'
import { nameRequest } from './name-requests'
import { nameSiteAround } from './name-site-around'
import { answerOrMissing } from './next/answer-missing'
import { finishAnswer } from './next/finish-answer'
import { ACTION, NONCE_ASKED_IN, PARTS } from './next/next-internals'
import { ownTurn } from './own-event-loop-turn'
import { makeDecodable, pathOf } from './path-of'
import { answerRefusedAddress, cleanAddress } from './refused/clean-address'
import { refuseEarly } from './refused/refuse-early'
import { endUnread } from './refused/unread-body'
import { pageAt } from './routes/kind'
import { missingAt } from './routes/missing'
import { tracedRequest } from './traced-request'

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>
type Options = {
  development: boolean
  /** Answers for the files of the build; gives `false` for any other address. */
  serveFile?: (request: IncomingMessage, response: ServerResponse) => boolean
  /** Answers with a page that was built to be rendered without Next; gives `false` for any other. */
  renderPage?: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>
  /** For so many milliseconds in all an answer may wait for the database; what ends then takes a second. */
  waitsMs?: number
}

/** Whoever asks is answered within ten seconds. */
const WAITS_MS = 8 * SECOND

/**
 * What stands before Next: it gives each answer its security headers, dispatches the forms, and lets
 * a page choose its status. A posted form is answered by the page that it stands on, so it goes on
 * to Next as a GET with its state beside it.
 */
export function createFront(
  next: Handler,
  { development, serveFile, renderPage, waitsMs = WAITS_MS }: Options,
): Handler {
  return (request, response) =>
    loggedAs(nameRequest(request, response), () =>
      withPatience(waitsMs, async (waited) => {
        // What has begun to be answered, or is asked by nobody any more, may take its time.
        onHeaders(response, waited.end)
        response.once('close', waited.end)
        try {
          await tracedRequest(request, response, () => answer(request, response, waited))
        } catch (error) {
          // Whoever hung up gets no answer, and there is nothing to put right.
          if (isBrokenOff(error) && request.socket.destroyed) return
          // The rest of an address can be a person's own link.
          if (isNews(error)) log.error({ err: error, page: pathOf(request).split('/')[1] }, 'A request failed')
          if (response.headersSent) response.end()
          else answerFailed(response, areaOf(pathOf(request)) !== 'api', waited.inVain())
        }
      }),
    )

  async function answer(request: IncomingMessage, response: ServerResponse, waited: Waited): Promise<void> {
    endUnread(request, response)
    countRequest(request, response)
    logRequest(request, response)
    if (answeredForOther(request, response)) return
    tellUnbelieved(request)
    const exchange = exchangeFor(request)
    forgetForwarded(request)
    const nonce = randomBytes(16).toString('base64')
    makeDecodable(request)
    if (!isProbe(pathOf(request))) {
      noteWaiting(request, response)
      await ownTurn()
    }
    cleanAddress(request, exchange)
    guardHeaders(response, exchange, pathOf(request), { nonce, development })
    if (answerRefusedAddress(request, response, exchange)) return
    if (await answerMetricsAsked(request, response)) return
    if (await answerVisit(request, response, exchange)) return
    if (refuseEarly(request, response, development)) return
    if (leadToMeantAddress(request, response)) return
    if (await leadFromOldAddress(request, response)) return
    if (nameSiteAround(request, response)) return
    await leadToPausedPage(request)
    const pathname = pathOf(request)
    countVisits(request, response, exchange)
    if (serveFile?.(request, response)) return
    if (answerBusy(request, response)) return
    if (!development) {
      finishAnswer(response, !pathname.startsWith('/api/'), waited.inVain)
      dropOfNext(request)
    }
    // Next reads the nonce from here, whatever a visitor says.
    request.headers[NONCE_ASKED_IN] = contentPolicy({ nonce })
    await withExchange(exchange, async () => {
      if (await answerForm(request, response)) return
      if (!isProbe(pathname) && !(await placeFor(response, exchange.clientAddress))) return
      const missing = {
        at: missingAt(pathname),
        insteadOfWords: !['api', 'next'].includes(areaOf(pathname)),
        found: () => {
          // Nothing of a form is shown there.
          exchange.form = null
        },
      }
      if (await renderPage?.(request, response)) return
      await answerOrMissing(next, request, response, missing)
    })
  }
}

/** None behind a proxy that nobody has named: the whole country would share its network. */
function networkOf(request: IncomingMessage, from: Address): string {
  const unnamed = env().trustProxy === null && isPrivate(from) && request.headers['x-forwarded-for'] !== undefined
  return unnamed ? '' : neighbourhoodOf(from)
}

function exchangeFor(request: IncomingMessage): Exchange {
  const from = clientAddress(request, env().trustProxy)
  return newExchange({
    ...(from && { clientAddress: householdOf(from), clientNetwork: networkOf(request, from) }),
    isLocal: isLocalCaller(request),
    path: pathOf(request),
    query: (request.url ?? '').split('?').slice(1).join('?'),
    cookies: request.headers.cookie ?? '',
  })
}

/** Next and Auth.js believe these headers, whoever sent them: what they say of our own address is what APP_URL says. */
function forgetForwarded({ headers }: IncomingMessage): void {
  for (const name of Object.keys(headers)) if (/^(x-)?forwarded(-|$)/.test(name)) delete headers[name]
  headers['x-forwarded-proto'] = new URL(env().appUrl).protocol.slice(0, -1)
}

/** What a visitor could say to Next in headers alone. No action is called by them, and no public page is read in parts. */
function dropOfNext({ headers, url = '' }: IncomingMessage): void {
  delete headers[ACTION]
  if (url.startsWith('/staff')) return
  for (const name of Object.keys(headers)) if (PARTS.test(name)) delete headers[name]
}

function guardHeaders(
  response: ServerResponse,
  exchange: Exchange,
  pathname: string,
  policy: { nonce: string; development: boolean },
): void {
  onHeaders(response, () => {
    if (exchange.status !== null && response.statusCode === 200) response.statusCode = exchange.status
    if (exchange.form && response.statusCode === 307) response.statusCode = 303
    if (exchange.retryAt) {
      response.setHeader('Retry-After', secondsUntil(exchange.retryAt, new Date()))
    }
    keepForBack(response, pathname, exchange.form !== null)
    // A fault is shown at the address that it was made at.
    const framed = pageAt(pathname).kind.framed === true && exchange.fault === null
    setHeaders(response, framed)
    // A 304 renews a page, which has its own policy: it must not replace that.
    if (!response.hasHeader('content-security-policy') && response.statusCode !== 304) {
      response.setHeader('Content-Security-Policy', contentPolicy({ ...policy, framed }))
    }
  })
}
