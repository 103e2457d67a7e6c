import type { ServerResponse } from 'node:http'
import type { Writable } from 'node:stream'

/** A file that a form answers with. `write` is given the answer to write into, as slowly as it is read. */
export type FileAnswer = { name: string; type: string; write: (out: Writable) => Promise<void> }

/** Sends a file as it is made. What breaks off in the middle closes the connection, so that no part passes for the whole. */
export async function sendFile(response: ServerResponse, { name, type, write }: FileAnswer): Promise<void> {
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'no-store',
  })
  await write(response)
}
