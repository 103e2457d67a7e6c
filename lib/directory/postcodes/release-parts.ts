import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'

/** A CSV of a release. `skippable` ones may turn out to be something else, as a guide beside the data. */
export type ReleasePart = { name: string; skippable: boolean; open(): Promise<Readable> }

/**
 * The CSV files of a release, a CSV, gzip or zip by its first bytes: of a zip those in its `Data` folder, or else in the
 * folders below it, where ONS puts one for each postcode area. `work` may open them until it ends; `onRead` hears how
 * many bytes of the file, or of what a zip holds, have been read, and how many there are.
 */
export async function withReleaseParts<T>(
  path: string,
  onRead: (bytes: number, total: number) => void,
  work: (parts: ReleasePart[]) => Promise<T>,
): Promise<T> {
  const { kind, size } = await kindOf(path)
  if (kind === 'zip') return withZip(path, onRead, work)
  const open = async () => {
    let read = 0
    const file = createReadStream(path).on('data', (chunk) => {
      read += chunk.length
      onRead(read, size)
    })
    if (kind === 'csv') return file
    const unpacked = createGunzip()
    file.on('error', (error) => unpacked.destroy(error))
    return file.pipe(unpacked)
  }
  return work([{ name: path, skippable: false, open }])
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
    throw new ExpectedFailure(`${path} is not a whole zip: ${error.message}.`, { cause: error })
  })
  try {
    const entries = dataOf(await entriesOf(zip, path))
    if (entries.length === 0) {
      throw new ExpectedFailure(`${path} holds no CSV in a folder called Data: it is not a release of NSPL or ONSPD.`)
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
    throw new ExpectedFailure(`${path} is not a whole zip: ${error instanceof Error ? error.message : error}.`, {
      cause: error,
    })
  }
  return entries
}

function dataOf(entries: Entry[]): Entry[] {
  const beside = entries.filter(({ fileName }) => /(^|\/)data\/[^/]+\.csv$/i.test(fileName))
  if (beside.length > 0) return beside
  return entries.filter(({ fileName }) => /(^|\/)data\//i.test(fileName) && /\.csv$/i.test(fileName))
}
