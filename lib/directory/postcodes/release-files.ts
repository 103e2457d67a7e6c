import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'

/**
 * The files of a release: the one at `path`, or of the folder that a zip of ONS unpacks to the CSVs in its `Data` folder,
 * else in the folders below that. Throws {@link ExpectedFailure} for a folder without any.
 */
export async function releaseFiles(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path]
  const names = await readdir(path)
  const data = isData(basename(path)) ? path : names.filter(isData).map((name) => join(path, name))[0]
  const beside = data ? await csvsIn(data) : []
  const files = data && beside.length === 0 ? await csvsBelow(data) : beside
  if (files.length > 0) return files
  throw new ExpectedFailure(`${path} is a folder. No release is in it, whose CSVs stand in a folder called Data.`)
}

const isData = (name: string) => name.toLowerCase() === 'data'

async function csvsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder)
  return names
    .filter((name) => /^[^.].*\.csv$/i.test(name))
    .sort()
    .map((name) => join(folder, name))
}

async function csvsBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name))
  return (await Promise.all(folders.sort().map(csvsIn))).flat()
}
