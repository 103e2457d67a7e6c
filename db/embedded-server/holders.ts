import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { identityOf, isAlive } from '@/db/process-identity'

/** Notes that this process uses the server. Gives the note, for {@link dropHolder}. */
export async function addHolder(folder: string): Promise<string> {
  await mkdir(join(folder, 'holders'), { recursive: true })
  const note = join(folder, 'holders', `${process.pid}-${randomUUID()}`)
  await writeFile(note, `${identityOf(process.pid)}`)
  return note
}

/** Takes the note back. Gives how many others use the server; those that died do not count. */
export async function dropHolder(folder: string, note: string): Promise<number> {
  await rm(note, { force: true })
  let living = 0
  for (const name of await readdir(join(folder, 'holders'))) {
    const other = join(folder, 'holders', name)
    if (isAlive(await readFile(other, 'utf8'))) living++
    else await rm(other, { force: true })
  }
  return living
}
