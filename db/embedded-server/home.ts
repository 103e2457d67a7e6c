import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, chown, mkdir, rename, rmdir, stat, utimes, writeFile } from 'node:fs/promises'
import { isAbsolute, join, resolve } from 'node:path'
import { EmbeddedFailure } from './failure'
import { canEnter, type ServerUser, serverUser } from './server-user'

/** Where the server's data, log and, if need be, programs lie, and whom it runs as. */
export type Home = { path: string; data: string; log: string; user: ServerUser }

/** Says where the data is: beside it, or a path. Without it, the database is a new one. */
const MARKER = 'where'
/** In a home that lies elsewhere: which folder it serves. */
export const OWNER = 'belongs-to'
// Only root needs them, and root can make them. A temporary folder would not outlive a restart.
export const ELSEWHERE = ['/var/lib', '/srv', '/opt', '/usr/local/var'].map((base) => join(base, 'dear-mp'))

/**
 * Finds the server's home for `folder` (`DATA_DIR/postgres`): in it, or, where the server's user cannot
 * enter that, elsewhere on this machine, with a marker in `folder`. Made when there is none.
 */
export async function findHome(folder: string): Promise<{ home: Home; isNew: boolean }> {
  const marked = readOr(join(folder, MARKER))
  if (marked !== null) return { home: await known(folder, marked), isNew: false }
  const inside = join(folder, 'cluster')
  let home = await homeAt(inside)
  if (!home) {
    await rmdir(inside)
    home = await elsewhere(folder)
  }
  const where = home.path === inside ? 'cluster' : home.path
  await writeFile(join(folder, `${MARKER}.new`), `${where}\n`)
  await rename(join(folder, `${MARKER}.new`), join(folder, MARKER))
  return { home, isNew: true }
}

/** Where `folder` says its home is; `null` when it says nothing. */
export function markedHome(folder: string): string | null {
  const marked = readOr(join(folder, MARKER))
  return marked === null ? null : resolve(folder, marked)
}

async function known(folder: string, marked: string): Promise<Home> {
  const path = resolve(folder, marked)
  if (isAbsolute(marked)) await markFolder(folder, path)
  const home = await homeAt(path)
  if (!home)
    throw new EmbeddedFailure(
      `The user that PostgreSQL runs as cannot enter ${path}. Give it leave (x) on each folder.`,
    )
  return home
}

/** Keeps two copies of one DATA_DIR from sharing one database, and follows a DATA_DIR that was moved. */
async function markFolder(folder: string, path: string): Promise<void> {
  if (!existsSync(path)) {
    throw new EmbeddedFailure(
      `${join(folder, MARKER)} says that the database is in ${path}, but that is gone. Put it back, or empty ${folder} to start afresh.`,
    )
  }
  const owner = readOr(join(path, OWNER))
  if (owner !== null && owner !== folder && markedHome(owner) === path) {
    throw new EmbeddedFailure(
      `${folder} is a copy of ${owner}, and both say that their database is in ${path}. Empty ${folder} to start afresh.`,
    )
  }
  await writeFile(join(path, OWNER), `${folder}\n`)
  await utimes(path, new Date(), new Date())
}

/** A home at `path`, owned by the server's user; `null` when that user cannot enter it or own it. */
async function homeAt(path: string): Promise<Home | null> {
  const data = join(path, 'data')
  const user = serverUser(data)
  await mkdir(path, { recursive: true, mode: 0o700 })
  if (user) {
    await chmod(path, 0o700)
    // Some network and desktop file systems cannot give files away.
    await chown(path, user.uid, user.gid).catch(() => {})
    if ((await stat(path)).uid !== user.uid || !(await canEnter(path, user))) return null
  }
  return { path, data, log: join(path, 'server.log'), user }
}

async function elsewhere(folder: string): Promise<Home> {
  for (const base of ELSEWHERE) {
    try {
      await mkdir(base, { recursive: true })
      await chmod(base, 0o755)
      const home = await homeAt(join(base, randomBytes(6).toString('hex')))
      if (!home) continue
      await writeFile(join(home.path, OWNER), `${folder}\n`)
      return home
    } catch (error) {
      if (error instanceof Error && 'code' in error) continue
      throw error
    }
  }
  throw new EmbeddedFailure(
    `PostgreSQL does not run as root, and the user it runs as can enter neither ${folder} nor ${ELSEWHERE.join(', ')}. Choose another DATA_DIR, start as an ordinary user, or set DATABASE_URL.`,
  )
}

function readOr(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null
    throw error
  }
}
