import { existsSync, readFileSync, statSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ELSEWHERE, type Home, markedHome, OWNER } from './home'
import { isServerOf, notedServer } from './server'
import { serverUser } from './server-user'

const MONTH = 30 * 24 * 60 * 60 * 1000

/**
 * Looks after homes outside DATA_DIR whose DATA_DIR was emptied or removed: stops a server that still
 * runs for `folder`, and erases what nobody has used for a month. Sooner would be rash: a disk that is
 * not mounted today looks just like a DATA_DIR that was removed.
 */
export async function tidyAbandoned(folder: string, own: Home): Promise<void> {
  for (const path of ELSEWHERE.filter((base) => existsSync(base))) {
    for (const name of await readdir(path)) {
      const home = join(path, name)
      const owner = ownerOf(home)
      if (home === own.path || owner === null || markedHome(owner) === home) continue
      if (owner === folder) await stopLeftover(home)
      if (Date.now() - statSync(home).mtimeMs > MONTH) await rm(home, { recursive: true, force: true })
    }
  }
}

function ownerOf(home: string): string | null {
  const note = join(home, OWNER)
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : null
}

async function stopLeftover(path: string): Promise<void> {
  const data = join(path, 'data')
  const home: Home = { path, data, log: join(path, 'server.log'), user: serverUser(data) }
  const noted = await notedServer(home)
  // PostgreSQL's "fast shutdown" is SIGINT to its first process.
  if (noted && isServerOf(noted.pid, home)) process.kill(noted.pid, 'SIGINT')
}
