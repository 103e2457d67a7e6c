import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { withoutStop } from './file-fault'
import { releaseFiles } from './release-files'

/** A CSV of a release. `skippable` ones may turn out to be something else, as a guide beside the data. */
export type ReleasePart = { name: string; skippable: boolean; open(): Promise<Readable> }

/**
 * The CSV files of a release, a CSV, gzip or zip by its first bytes, or the folder that a zip unpacks to: of a zip those
 * in its `Data` folder, else in the folders below it, where ONS puts one for each postcode area, else all. `work` may open them until it ends; `onRead` hears how
 * many bytes of the file, or of what a zip holds, have been read, and how many there are.
 */
export async function withReleaseParts<T>(
  path: string,
  onRead: (bytes: number, total: number) => void,
  work: (parts: ReleasePart[]) => Promise<T>,
): Promise<T> {
  const files = await Promise.all((await releaseFiles(path)).map(async (file) => ({ file, ...(await kindOf(file)) })))
  if (files.length === 1 && files[0]?.kind === 'zip') return withZip(files[0].file, onRead, work)
  const total = files.reduce((sum, { size }) => sum + size, 0)
  let read = 0
  const parts = files.map(({ file: name, kind }) => ({
    name,
    skippable: files.length > 1,
    open: async () => {
      const file = createReadStream(name).on('data', (chunk) => {
        read += chunk.length
        onRead(read, total)
      })
      if (kind === 'csv') return file
      const unpacked = createGunzip()
      file.on('error', (error) => unpacked.destroy(error))
      return file.pipe(unpacked)
    },
  }))
  return work(parts)
}

async function kindOf(path: string): Promise<{ kind: 'csv' | 'gzip' | 'zip'; size: number }> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0)
    if (buffer.readUInt16BE(0) === 0x1f8b) return { kind: 'gzip', size }
    // "PK": also the end record of a zip that holds nothing.
    return { kind: buffer.readUInt16BE(0) === 0x504b ? 'zip' : 'csv', size }
  } finally {
    await file.close()
  }
}

async function withZip<T>(
  path: string,
  onRead: (bytes: number, total: number) => void,
  work: (parts: ReleasePart[]) => Promise<T>,
): Promise<T> {
  const zip = await openPromise(path, { autoClose: false }).catch((error: Error) => {
    throw new ExpectedFailure(`${path} is not a whole zip: ${withoutStop(error.message)}.`, { cause: error })
  })
  try {
    const entries = dataOf(await entriesOf(zip, path))
    if (entries.length === 0) {
      throw new ExpectedFailure(
        `${path} holds no CSV in a folder called Data, nor any other: it is not a release of NSPL or ONSPD.`,
      )
    }
    const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
    let read = 0
    return await work(
      entries.map((entry) => ({
        name: entry.fileName,
        skippable: entries.length > 1,
        open: async () => {
          const stream = await zip.openReadStreamPromise(entry)
          return stream.on('data', (chunk: Buffer) => {
            read += chunk.length
            onRead(read, total)
          })
        },
      })),
    )
  } finally {
    zip.close()
  }
}

async function entriesOf(zip: ZipFile, path: string): Promise<Entry[]> {
  const entries: Entry[] = []
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry)
  } catch (error) {
    throw new ExpectedFailure(
      `${path} is not a whole zip: ${withoutStop(error instanceof Error ? error.message : String(error))}.`,
      {
        cause: error,
      },
    )
  }
  return entries
}

function dataOf(entries: Entry[]): Entry[] {
  // A Mac puts a twin of each file beside them, which is no CSV whatever it is called.
  const csvs = entries.filter(({ fileName }) => /\.csv$/i.test(fileName) && !/(^|\/)(__MACOSX\/|\._)/.test(fileName))
  const beside = csvs.filter(({ fileName }) => /(^|\/)data\/[^/]+$/i.test(fileName))
  if (beside.length > 0) return beside
  const below = csvs.filter(({ fileName }) => /(^|\/)data\//i.test(fileName))
  return below.length > 0 ? below : csvs
}
