import { ReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import sirv from 'sirv'
import { BUILD_FILES } from '@/app/_server/next/next-internals'

/**
 * Serves the scripts, styles and fonts of the build, which never change under their names, as the build has
 * compressed them. Gives `false` for any other address. A build may be made anew under a running server.
 */
export function staticFiles(folder: string): (request: IncomingMessage, response: ServerResponse) => boolean {
  const serve = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    // Each file is looked for when it is asked for, rather than in a list made at the start.
    dev: true,
    // A page in a sandboxed frame of another site has an origin of its own, and asks for its files as a stranger.
    setHeaders: (response, pathname) => {
      response.setHeader('Cache-Control', 'public,max-age=31536000,immutable')
      response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
      // Fonts, and scripts that are modules, are asked for so that it has to be let in by name.
      if (/\.woff2$|^\/islands\//.test(pathname)) response.setHeader('Access-Control-Allow-Origin', '*')
    },
    onNoMatch: (_, response) =>
      response
        .writeHead(404, { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' })
        .end('There is no such file.'),
  })
  return (request, response) => {
    if (!request.url?.startsWith(`${BUILD_FILES}/`)) return false
    request.url = request.url.slice(BUILD_FILES.length)
    response.once('pipe', (file) => {
      if (!(file instanceof ReadStream)) return
      // Gone since it was looked for: what has been said of it cannot be taken back.
      file.once('error', () => response.destroy())
      response.once('close', () => file.destroy())
    })
    serve(request, response)
    return true
  }
}
