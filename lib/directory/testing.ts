import type { Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a source says of its own when it fails: it must be passed on to nobody. */
export const SECRET = 'SECRET-OF-A-THIRD-PARTY'

type Answer = [status: number, body: string, type?: string]

/** Answers that any source may give in place of its own. */
export const wrongAnswers = {
  'status 429': [429, `{"status":429,"error":"${SECRET}"}`],
  'status 500': [500, `{"status":500,"error":"${SECRET}"}`],
  html: [200, `<!doctype html><title>${SECRET}</title>`, 'text/html'],
  empty: [200, ''],
} satisfies Record<string, Answer>

/** Has a server that plays a source listen on this machine; gives where, and what ends it and all that waits for it. */
export async function listeningAt(server: Server, port = 0): Promise<{ base: string; close(): Promise<void> }> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
}

export function send(response: ServerResponse, ...[status, body, type = 'application/json']: Answer): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(body)
}
