import { randomBytes } from 'node:crypto'
import { existsSync, realpathSync } from 'node:fs'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tidyAbandoned } from './embedded-server/abandoned'
import { makeCluster } from './embedded-server/cluster'
import { asFailure, EmbeddedFailure } from './embedded-server/failure'
import { addHolder, dropHolder } from './embedded-server/holders'
import { findHome, type Home } from './embedded-server/home'
import { urlOf } from './embedded-server/port'
import { bootServer, isServerOf, type Options, type Running, runningServer, stopServer } from './embedded-server/server'
import { findSoftware } from './embedded-server/software'
import { withFileLock } from './file-lock'
import { keepPrivate, makePrivateFolder } from './keep-private'

export { EmbeddedFailure }

/**
 * A hold on the embedded server. The last `release` of all processes stops it. `keepUp` starts it again where it has
 * fallen (killed for want of memory, say), and gives whether it had; throws {@link EmbeddedFailure} when it cannot.
 */
type Held = { url: string; keepUp(): Promise<boolean>; release(): Promise<void> }

/**
 * Makes sure that the embedded PostgreSQL of `dataDir` runs, shared by all processes that ask for it, and
 * holds on to it. `options` are PostgreSQL's own, for where this call starts it. Throws {@link EmbeddedFailure} with a plain line for what a person can put right.
 */
export async function startEmbedded({ dataDir, options = {} }: { dataDir: string; options?: Options }): Promise<Held> {
  try {
    const folder = await folderIn(dataDir)
    return await withFileLock(join(folder, 'lock'), () => start(folder, options))
  } catch (error) {
    throw asFailure(error, `DATA_DIR ${dataDir} cannot be used`)
  }
}

async function folderIn(dataDir: string): Promise<string> {
  const folder = join(dataDir, 'postgres')
  keepPrivate(dataDir)
  makePrivateFolder(folder)
  // The server's user passes through it to its own data; the rest is for the owner alone.
  if (process.getuid?.() === 0) await chmod(folder, 0o711)
  return realpathSync(folder)
}

async function start(folder: string, options: Options): Promise<Held> {
  const { home, isNew } = await findHome(folder)
  if (isNew) await tidyAbandoned(folder, home)
  const password = await passwordIn(folder, home)
  const find = async () => (await runningServer(home, password)) ?? (await boot(folder, home, password, options))
  let server = await find()
  const url = urlOf(server.port, password)
  const note = await addHolder(folder)
  let released: Promise<void> | undefined
  return {
    url,
    keepUp: async () => {
      if (released || !existsSync(home.data) || isServerOf(server.pid, home)) return false
      server = await withFileLock(join(folder, 'lock'), find)
      if (urlOf(server.port, password) === url) return true
      throw new EmbeddedFailure('The embedded PostgreSQL came back at another port. Start Dear MP again.')
    },
    release: () => {
      released ??= release(folder, home, note, server)
      return released
    },
  }
}

async function boot(folder: string, home: Home, password: string, options: Options): Promise<Running> {
  const software = await findSoftware(home)
  await makeCluster(home, software, password)
  return bootServer(home, software, join(folder, 'port'), options)
}

async function release(folder: string, home: Home, note: string, server: Running): Promise<void> {
  if (!existsSync(folder) || !existsSync(home.data)) {
    // DATA_DIR was removed under the running server: tell it to end (SIGINT, "fast shutdown").
    if (isServerOf(server.pid, home)) process.kill(server.pid, 'SIGINT')
    return
  }
  await withFileLock(join(folder, 'lock'), async () => {
    if ((await dropHolder(folder, note)) === 0) await stopServer(home, await findSoftware(home))
  })
}

async function passwordIn(folder: string, home: Home): Promise<string> {
  const path = join(folder, 'password')
  if (existsSync(path)) return (await readFile(path, 'utf8')).trim()
  if (existsSync(home.data)) {
    throw new EmbeddedFailure(
      `${path} is gone, and the database in ${home.data} cannot be opened without it. Put it back, or empty ${folder} to start afresh.`,
    )
  }
  const password = randomBytes(24).toString('hex')
  await writeFile(path, `${password}\n`, { mode: 0o600 })
  return password
}
