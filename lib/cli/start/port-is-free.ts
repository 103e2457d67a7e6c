import { createServer } from 'node:net'
import { listening } from './listening'

/** Makes sure that nothing listens on `port` yet, on any address of this machine. Throws like {@link listening}. */
export async function portIsFree(port: number): Promise<void> {
  // On some systems one may listen on every address though another has 127.0.0.1, and would get its visitors.
  for (const host of [undefined, '127.0.0.1']) {
    const server = createServer()
    await listening(server, port, host)
    await new Promise((closed) => server.close(closed))
  }
}
