import { createServer, type Server } from 'node:net'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'

/** Where a server can be reached from its own machine, and what ends its listening once its connections are done. */
export type Listening = { at: string; close(): Promise<void> }

// A browser asks either of them for "localhost", and a machine may lack one.
const LOOPBACK = ['127.0.0.1', '::1']
const LACKING = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT'])

/** The addresses that `HOST` stands for; `null`, not set, is this machine alone. */
export function addressesOf(host: string | null): string[] {
  return host === null || host === 'localhost' ? LOOPBACK : [host]
}

/**
 * Has `server` listen on `port` at the addresses of `host`. Throws {@link ExpectedFailure} when the port is taken or
 * not allowed, or the address is not this machine's.
 */
export async function listenAt(server: Server, port: number, host: string | null): Promise<Listening> {
  const servers: Server[] = []
  for (const address of addressesOf(host)) {
    const next = servers.length === 0 ? server : handingOver(server)
    if (await listens(next, port, address, address !== host)) servers.push(next)
  }
  const [first] = servers
  if (!first) throw new ExpectedFailure(`This machine has no loopback address (${LOOPBACK.join(', ')}). Set HOST.`)
  return { at: reachable(first), close: () => closed(servers) }
}

/** Whether an address of this machine is listened on; `false` for one that it lacks, where that is `allowed`. */
export async function listens(server: Server, port: number, address: string, allowed: boolean): Promise<boolean> {
  try {
    await listening(server, port, address)
    return true
  } catch (error) {
    const { cause } = error instanceof ExpectedFailure ? error : { cause: error }
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    if (allowed && LACKING.has(code)) return false
    throw error
  }
}

function listening(server: Server, port: number, host?: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => reject(plainly(error, port, host))
    server.once('error', fail)
    server.listen({ port, host }, () => {
      server.off('error', fail)
      resolve()
    })
  })
}

/** A listener whose connections are `server`'s: one server, with its limits and its end, at several addresses. */
function handingOver(server: Server): Server {
  const pauseOnConnect = 'pauseOnConnect' in server && server.pauseOnConnect === true
  return createServer({ allowHalfOpen: true, noDelay: true, pauseOnConnect }, (socket) =>
    server.emit('connection', socket),
  )
}

function reachable(server: Server): string {
  const address = server.address()
  const at = address !== null && typeof address === 'object' ? address.address : ''
  return at === '0.0.0.0' ? '127.0.0.1' : at === '::' ? '::1' : at
}

async function closed(servers: Server[]): Promise<void> {
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))))
}

function plainly(error: NodeJS.ErrnoException, port: number, host?: string): Error {
  const words: Record<string, string> = {
    EADDRINUSE: `Port ${port} is taken by another program. Stop that one, or set PORT to another.`,
    EACCES: `Port ${port} is not allowed to this user. Set PORT to 1024 or above.`,
    EADDRNOTAVAIL: `HOST ${host} is no address of this machine.`,
    EAFNOSUPPORT: `HOST ${host} is of a kind of address that this machine does not have.`,
    ENOTFOUND: `HOST ${host} cannot be looked up.`,
    EAI_AGAIN: `HOST ${host} cannot be looked up.`,
  }
  const plain = words[error.code ?? '']
  return plain ? new ExpectedFailure(plain, { cause: error }) : error
}

/** Makes sure that nothing listens yet on `port` of the addresses of `host`. Throws like `listenAt`. */
export async function portIsFree(port: number, host: string | null = null): Promise<void> {
  // On some systems one may listen on every address though another has 127.0.0.1, and would get its visitors.
  const everywhere = host === '0.0.0.0' || host === '::'
  for (const address of [...addressesOf(host), ...(everywhere ? ['127.0.0.1'] : [])]) {
    const server = createServer()
    if (await listens(server, port, address, address !== host)) await new Promise((closed) => server.close(closed))
  }
}
