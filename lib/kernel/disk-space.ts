import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'

/** The bytes that are free to us on the disk of `folder`; `null` where there is no such folder. */
export async function freeBytes(folder: string): Promise<number | null> {
  if (!existsSync(folder)) return null
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
