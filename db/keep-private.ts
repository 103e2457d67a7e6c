import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Makes the folder `path`, and takes from the machine's other users what they may do there. */
export function makePrivateFolder(path: string): void {
  makeFolder(path)
  const { mode } = statSync(path)
  // One that everybody shares, such as /tmp, is not ours to close.
  // As root, the database's own user passes through to its data, and sees nothing on the way.
  if ((mode & 0o1000) === 0) tighten(path, process.getuid?.() === 0 ? 0o711 : 0o700)
}

/**
 * Closes to other users what lies in `dataDir` and was not always made so: secrets, the local mailbox, and what is noted
 * of the embedded database.
 */
export function keepPrivate(dataDir: string): void {
  makePrivateFolder(dataDir)
  for (const name of namesIn(dataDir)) if (/^secrets\.json/.test(name)) tighten(join(dataDir, name), 0o600)
  for (const folder of ['mailbox', 'postgres', 'postgres/holders'].map((name) => join(dataDir, name))) {
    for (const name of namesIn(folder)) {
      const path = join(folder, name)
      if (statSync(path, { throwIfNoEntry: false })?.isFile()) tighten(path, 0o600)
    }
    if (folder !== join(dataDir, 'postgres')) tighten(folder, 0o700)
  }
}

/** Takes away all that `most` does not allow, and gives nothing. Another's file, or one that just went, stays as it is. */
function tighten(path: string, most: number): void {
  try {
    const { mode } = statSync(path)
    if ((mode & 0o777 & ~most) !== 0) chmodSync(path, mode & 0o7777 & ~(0o777 & ~most))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && ['ENOENT', 'EPERM', 'EROFS'].includes(String(error.code))))
      throw error
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/**
 * Makes the folder `path` and those above it. Node's own recursive `mkdir` tries for ever where the system
 * says that the folder above does not exist though it does, as under /proc.
 */
export function makeFolder(path: string): void {
  if (isFolder(path)) return
  if (dirname(path) !== path) makeFolder(dirname(path))
  try {
    mkdirSync(path)
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!isFolder(path)) throw error
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
