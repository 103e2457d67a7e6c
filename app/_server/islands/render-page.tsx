import type { IncomingMessage, ServerResponse } from 'node:http'
import { Writable } from 'node:stream'
import { createElement, type ReactNode } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { endWithPage } from '@/app/_server/answer/compressed-page'
import { contentPolicy } from '@/app/_server/answer/content-security-policy'
import { answerFailed } from '@/app/_server/answer/failed-answer'
import { currentExchange, newExchange, withExchange } from '@/app/_server/exchange'
import { redirectIn, saysMissing } from '@/app/_server/next/next-internals'
import { pathOf } from '@/app/_server/path-of'
import { env } from '@/lib/kernel/env'
import { log } from '@/lib/kernel/log'
import { contextFor } from '@/lib/mailer/process-context'
import { installationName } from '@/lib/settings/installation'
import { answerCached } from './answer-cached'
import { builtFiles } from './built-files'
import { cachedPage } from './cached-pages'
import { Document } from './document'
import { type FrontPage, frontPageAt } from './front-pages'
import { saidOfPage } from './said-of-page'

/**
 * Answers with a page that the front renders itself, or leads where it leads; gives `false`, having answered nothing, for
 * any other, and where the page says that there is nothing: Next then says so. A page that fails is logged.
 */
export async function answerByFront(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  const path = pathOf(request)
  const found = await frontPageAt(path, request.url?.split('?')[1] ?? '')
  if (!found) return false
  try {
    if (found.forEveryone) {
      currentExchange().forEveryone = true
      // Made for everyone, it knows of nobody who asks.
      const make = () => withExchange(newExchange(), () => rendered(found))
      answerCached(request, response, await cachedPage(path, make), found.kind.framed ?? false)
    } else {
      const html = await rendered(found)
      response.setHeader('Cache-Control', 'private, no-cache, no-store, max-age=0, must-revalidate')
      response.setHeader('Content-Security-Policy', contentPolicy({ framed: found.kind.framed ?? false }))
      endWithPage(request, response, html)
    }
  } catch (error) {
    if (saysMissing(error)) return false
    answerWithout(request, response, error)
  }
  return true
}

/** Leads where a page leads, or says that it failed. */
function answerWithout(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const led = redirectIn(error)
  if (led) {
    response.statusCode = led.status
    response.setHeader('Location', led.location).end()
    return
  }
  // The rest of an address can be a person's own link.
  log.error({ err: error, page: pathOf(request).split('/')[1] }, 'A page could not be rendered')
  answerFailed(response, true)
}

async function rendered({ page, kind, forEveryone, asked }: FrontPage): Promise<Buffer> {
  const metadata = page.metadata ?? (await page.generateMetadata?.(asked)) ?? {}
  const name = await installationName(contextFor({ kind: 'supporter' }))
  return await htmlOf(
    <Document
      page={saidOfPage(metadata)}
      name={name}
      built={builtFiles()}
      tellsVisit={forEveryone && kind.visit !== undefined && env().sharedCache}
    >
      {createElement(page.default, asked)}
    </Document>,
  )
}

/** The markup, once all of it is there. Throws what a part of it throws. */
function htmlOf(document: ReactNode): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    const sink = new Writable({
      write(part: Buffer, _encoding, written) {
        parts.push(part)
        written()
      },
      final(ended) {
        resolve(Buffer.concat(parts))
        ended()
      },
    })
    const { pipe } = renderToPipeableStream(document, {
      onAllReady: () => void pipe(sink),
      onError: reject,
      onShellError: reject,
    })
  })
}
