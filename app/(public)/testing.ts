import { text } from 'node:stream/consumers'
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { createElement, type ReactNode } from 'react'
import { prerenderToNodeStream } from 'react-dom/static'

const idle = () => {}
/** A router for the parts of a page that ask for one: on the server they do nothing with it. */
const router = {
  back: idle,
  forward: idle,
  refresh: idle,
  hmrRefresh: idle,
  push: idle,
  replace: idle,
  prefetch: idle,
  bfcacheId: '',
}

/** A public page, or a part of one, as HTML. */
export async function htmlOf(page: ReactNode | Promise<ReactNode>): Promise<string> {
  const routed = createElement(AppRouterContext.Provider, { value: router }, await page)
  return text((await prerenderToNodeStream(routed)).prelude)
}

/** The words of a page, as they are read one after the other. */
export function wordsIn(html: string): string {
  return html
    .replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, '')
    .replaceAll('</span><wbr/><span>', '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()
}
