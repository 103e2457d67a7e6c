import type { IncomingMessage, ServerResponse } from 'node:http'
import { Writable } from 'node:stream'
import type { Metadata } from 'next'
import { createElement, type ReactNode } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { answerFailed } from '@/app/_server/answer/failed-answer'
import { redirectIn, saysMissing } from '@/app/_server/next/next-internals'
import { titleTemplate } from '@/app/_server/page-title'
import { pathOf } from '@/app/_server/path-of'
import { log } from '@/lib/kernel/log'
import { contextFor } from '@/lib/mailer/process-context'
import { installationName } from '@/lib/settings/installation'
import { builtFiles } from './built-files'
import { Document } from './document'
import { frontPageAt, type PageModule } from './front-pages'

/**
 * Answers with a page that the front renders itself, or leads where it leads; gives `false`, having answered nothing, for
 * any other, and where the page says that there is nothing: Next then says so. A page that fails is logged.
 */
export async function answerByFront(
  request: IncomingMessage,
  response: ServerResponse,
  nonce: string,
): Promise<boolean> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  const found = await frontPageAt(pathOf(request), request.url?.split('?')[1] ?? '')
  if (!found) return false
  try {
    const html = await rendered(found, nonce)
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.setHeader('Cache-Control', 'private, no-cache, no-store, max-age=0, must-revalidate')
    response.end(html)
  } catch (error) {
    if (saysMissing(error)) return false
    const led = redirectIn(error)
    if (led) {
      response.statusCode = led.status
      response.setHeader('Location', led.location).end()
      return true
    }
    log.error({ err: error, page: pathOf(request).split('/')[1] }, 'A page could not be rendered')
    answerFailed(response, true)
  }
  return true
}

async function rendered(
  { page, asked }: { page: PageModule } & { asked: Parameters<PageModule['default']>[0] },
  nonce: string,
): Promise<string> {
  const metadata = page.metadata ?? (await page.generateMetadata?.(asked)) ?? {}
  const name = await installationName(contextFor({ kind: 'supporter' }))
  return await htmlOf(
    <Document title={wholeTitle(metadata, name)} metadata={metadata} name={name} built={builtFiles()} nonce={nonce}>
      {createElement(page.default, asked)}
    </Document>,
  )
}

/** As app/(public)/layout.tsx has it: the page's own part, and the installation's name. */
function wholeTitle({ title }: Metadata, name: string): string {
  return typeof title === 'string' ? titleTemplate(`%s – ${name}`).replace('%s', () => title) : name
}

/** The markup, once all of it is there. Throws what a part of it throws. */
function htmlOf(document: ReactNode): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    const sink = new Writable({
      write(part: Buffer, _encoding, written) {
        parts.push(part)
        written()
      },
      final(ended) {
        resolve(Buffer.concat(parts).toString())
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
