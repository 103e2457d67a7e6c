import type { Server } from 'node:net'
import { ExpectedFailure } from '../../kernel/errors'

/** Has `server` listen on `port`. Throws {@link ExpectedFailure} when the port is taken or not allowed. */
export function listening(server: Server, port: number, host?: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => reject(plainly(error, port))
    server.once('error', fail)
    server.listen({ port, host }, () => {
      server.off('error', fail)
      resolve()
    })
  })
}

function plainly(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new ExpectedFailure(`Port ${port} is taken by another program. Stop that one, or set PORT to another.`, {
      cause: error,
    })
  }
  if (error.code === 'EACCES') {
    return new ExpectedFailure(`Port ${port} is not allowed to this user. Set PORT to 1024 or above.`, { cause: error })
  }
  return error
}
