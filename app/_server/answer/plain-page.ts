import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { contentPolicy } from './content-security-policy'

const STYLE = `
:root{color-scheme:light dark}
body{max-width:40rem;margin:0 auto;padding:4rem 1rem;font:1.125rem/1.55 Arial,sans-serif;color:#12161a;background:#fff}
h1{font-size:2.25rem;line-height:1.1;letter-spacing:-.02em}
a{color:#0a5c3c;font-weight:bold}
@media (prefers-color-scheme:dark){body{color:#eef2ef;background:#101614}a{color:#7fd6ae}}`

const POLICY = contentPolicy({}).replace(
  "style-src 'self'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
)

type Plain = {
  status: number
  title: string
  /** Whether whoever asked reads pages; else the answer is `error`. */
  wantsPage: boolean
  /** What stands in the page, as HTML. */
  main: string
  /** In so many seconds the page asks for its address again. */
  again?: number
  error: { code: string; message: string }
}

/** Answers with a page that needs nothing: no database, no scripts, no files, hardly any time. */
export function answerPlainly(response: ServerResponse, { status, title, wantsPage, main, again, error }: Plain): void {
  response.statusCode = status
  for (const name of ['content-length', 'content-encoding', 'etag']) response.removeHeader(name)
  response.setHeader('Content-Type', wantsPage ? 'text/html; charset=utf-8' : 'application/json')
  response.setHeader('Cache-Control', 'no-store')
  if (!wantsPage) return void response.end(JSON.stringify({ error }))
  response.setHeader('Content-Security-Policy', POLICY)
  response.end(`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">${again === undefined ? '' : `\n<meta http-equiv="refresh" content="${again}">`}
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`)
}
