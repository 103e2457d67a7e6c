import { createServer } from 'node:net'
import { addressesOf, listens } from './listening'

/** Makes sure that nothing listens yet on `port` of the addresses of `host`. Throws like `listenAt`. */
export async function portIsFree(port: number, host: string | null = null): Promise<void> {
  // On some systems one may listen on every address though another has 127.0.0.1, and would get its visitors.
  const everywhere = host === '0.0.0.0' || host === '::'
  for (const address of [...addressesOf(host), ...(everywhere ? ['127.0.0.1'] : [])]) {
    const server = createServer()
    if (await listens(server, port, address, address !== host)) await new Promise((closed) => server.close(closed))
  }
}
