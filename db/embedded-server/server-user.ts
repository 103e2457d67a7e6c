import { statSync } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Whom the server runs as; `null` for ourselves. */
export type ServerUser = { uid: number; gid: number } | null

// PostgreSQL refuses to run as root; this is the user that owns nothing ("nobody").
const NOBODY = { uid: 65534, gid: 65534 }

/** Root's server runs as the owner of the data that is there, or as nobody in particular. */
export function serverUser(data: string): ServerUser {
  if (process.getuid?.() !== 0) return null
  const owner = statSync(data, { throwIfNoEntry: false })
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : NOBODY
}

/** Whether `user` may enter the folder or run the file `path`, and every folder above it. */
export async function canEnter(path: string, user: ServerUser): Promise<boolean> {
  if (!user) return true
  for (let at = await realpath(path); ; at = dirname(at)) {
    const { uid, gid, mode } = await stat(at)
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (at === dirname(at)) return true
  }
}
