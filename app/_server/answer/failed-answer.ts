import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { contentPolicy } from './content-security-policy'

const STYLE = `
:root{color-scheme:light dark}
body{max-width:40rem;margin:0 auto;padding:4rem 1rem;font:1.125rem/1.55 Arial,sans-serif;color:#12161a;background:#fff}
h1{font-size:2.25rem;line-height:1.1;letter-spacing:-.02em}
a{color:#0a5c3c;font-weight:bold}
@media (prefers-color-scheme:dark){body{color:#eef2ef;background:#101614}a{color:#7fd6ae}}`

const PAGE = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Something went wrong</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Something went wrong on our side</h1>
<p>It is not your fault, and it has been noted. Please try again in a minute.</p>
<p>If you were writing: go back in your browser, and what you typed is still there. Nothing was sent twice.</p>
<p><a href="/">To the campaign</a></p>
</main>
</body>
</html>
`

const POLICY = contentPolicy({}).replace(
  "style-src 'self'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
)

const ERROR = JSON.stringify({ error: { code: 'failed', message: 'Something went wrong on our side.' } })

/**
 * Answers that something unexpected rose, in place of Next's own page for that, which stays empty without
 * scripts. This one needs nothing: no database, no scripts, no files.
 */
export function answerFailed(response: ServerResponse, wantsPage: boolean): void {
  response.statusCode = 500
  for (const name of ['content-length', 'content-encoding', 'etag']) response.removeHeader(name)
  response.setHeader('Content-Type', wantsPage ? 'text/html; charset=utf-8' : 'application/json')
  response.setHeader('Cache-Control', 'no-store')
  if (wantsPage) response.setHeader('Content-Security-Policy', POLICY)
  response.end(wantsPage ? PAGE : ERROR)
}
