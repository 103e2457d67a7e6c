import { IncomingMessage, type ServerResponse } from 'node:http'

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>
type Missing = {
  /** The page that says that there is nothing. */
  at: string
  /** Whether a page is wanted in place of the words or the empty body with which a route says so. */
  insteadOfWords: boolean
  /** Called before that page is asked for. */
  found: () => void
}

/**
 * Has Next answer. Where it finds nothing, what it sends is dropped, and it is asked for the page at `at` in its place:
 * Next draws its own for that by scripts alone, and without them its body is empty.
 */
export async function answerOrMissing(
  next: Handler,
  request: IncomingMessage,
  response: ServerResponse,
  { at, insteadOfWords, found }: Missing,
): Promise<void> {
  const dropped = dropMissing(response, () => isHtml(response) || (insteadOfWords && asksForPage(request)))
  // The first answer is over for Next only when the second is.
  const first = next(request, response).then(() => false)
  if (!(await Promise.race([first, dropped]))) return
  found()
  // What Next listens to in an answer, it listens to twice.
  response.setMaxListeners(2 * response.getMaxListeners())
  await next(requestFor(at, request), response)
}

/** Keeps an answer that begins as "not found" from going out; `true` once it has ended, and the response is as new. */
function dropMissing(response: ServerResponse, isReplaced: () => boolean): Promise<true> {
  const { write, end, flushHeaders } = response
  const headers = new Set(response.getHeaderNames())
  const dropping = () => !response.headersSent && response.statusCode === 404 && isReplaced()
  return new Promise((resolve) => {
    response.flushHeaders = () => (dropping() ? undefined : flushHeaders.call(response))
    response.write = ((...given: Parameters<typeof write>) =>
      dropping() ? true : write.apply(response, given)) as typeof write
    response.end = ((...given: Parameters<typeof end>) => {
      if (!dropping()) return end.apply(response, given)
      Object.assign(response, { write, end, flushHeaders, statusCode: 200 })
      for (const name of response.getHeaderNames()) if (!headers.has(name)) response.removeHeader(name)
      resolve(true)
      return response
    }) as typeof end
  })
}

/** The same visitor's request for another page: Next writes into a request what it has found out about it. */
function requestFor(url: string, { socket, headers, method }: IncomingMessage): IncomingMessage {
  const request = Object.assign(new IncomingMessage(socket), { method, url, headers: { ...headers }, complete: true })
  request.push(null)
  return request
}

function isHtml(response: ServerResponse): boolean {
  return String(response.getHeader('content-type')).startsWith('text/html')
}

/** Browsers say so of what is opened as a page, and of no picture, script or file that a page asks for. */
function asksForPage({ headers }: IncomingMessage): boolean {
  return headers.accept?.includes('text/html') ?? false
}
