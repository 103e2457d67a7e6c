import { createServer } from 'node:net'
import postgres from 'postgres'
import { serverVersion } from '@/db/server-version'
import { NAME } from './cluster'

const HOST = '127.0.0.1'

/** The address of the project's database on `port`. */
export function urlOf(port: number, password: string): string {
  return `postgres://${NAME}:${password}@${HOST}:${port}/${NAME}`
}

/** Whether our server answers on `port`: only ours knows the password. */
export async function answers(port: number, password: string): Promise<boolean> {
  try {
    await serverVersion(urlOf(port, password), 5)
    return true
  } catch (error) {
    // Refused, starting, stopping, or another program's port. Full (53300) is an answer too.
    return error instanceof postgres.PostgresError && error.code === '53300'
  }
}

/** `wanted` if nobody listens there, else a port that is free. */
export async function freePort(wanted: number): Promise<number> {
  return (await listen(wanted)) ?? (await listen(0)) ?? 0
}

function listen(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen(port, HOST, () => {
      const address = server.address()
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : null))
    })
  })
}
