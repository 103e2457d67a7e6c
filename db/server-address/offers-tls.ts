import { connect } from 'node:net'
import type { ServerAddress } from './read'

// PostgreSQL's manual, "Message Formats", SSLRequest: its length, and a number that is no version of the protocol.
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])
const YES = 'S'.charCodeAt(0)

/** Asks the server whether it speaks TLS, as libpq does for `prefer`. Throws the socket's error where nobody answers. */
function offersTls({ host, port }: ServerAddress, patienceMs: number): Promise<boolean> {
  return new Promise((done, fail) => {
    const socket = connect({ host, port, timeout: patienceMs })
    const late = () => socket.destroy(Object.assign(new Error('No answer in time.'), { code: 'CONNECT_TIMEOUT' }))
    socket.once('connect', () => socket.write(SSL_REQUEST))
    socket.once('timeout', late)
    socket.once('error', fail)
    socket.once('close', () =>
      fail(Object.assign(new Error('It closed the connection.'), { code: 'CONNECTION_CLOSED' })),
    )
    socket.once('data', (answer) => {
      done(answer[0] === YES)
      socket.destroy()
    })
  })
}

/** The same address, in which `prefer` has become what the server offers: no driver is left to find that out. */
export async function withOfferedTls(address: ServerAddress, patienceMs: number): Promise<ServerAddress> {
  if (address.tls !== 'prefer') return address
  return { ...address, tls: (await offersTls(address, patienceMs)) ? { rejectUnauthorized: false } : null }
}
