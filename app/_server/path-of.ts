import type { IncomingMessage } from 'node:http'

/** The path of a request's address, as sent. Not parsed: an address such as `//` would make `URL` throw. */
export function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/'
}

/** Takes an address whose percent signs are no code, such as `/api/postcodes/%`, by its letters: Next fails at it. */
export function makeDecodable(request: IncomingMessage): void {
  const path = pathOf(request)
  try {
    decodeURIComponent(path)
  } catch {
    request.url = path.replaceAll('%', '%25') + (request.url ?? '').slice(path.length)
  }
}
