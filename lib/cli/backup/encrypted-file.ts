import { createReadStream, existsSync } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { PassThrough, Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { Decrypter, Encrypter } from 'age-encryption'
import { type Frame, readFrames, written } from '@/db/backup/frames'
import { plainReason } from '@/db/plain-reason'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'

/** Letters are sealed and hardly get smaller; the rest does at once. */
const LEVEL = 3

/**
 * Writes what `work` puts into a file, packed and encrypted for these recipients. Nothing stands under its name until all
 * of it is on the disk.
 */
export async function writeEncrypted<T>(
  path: string,
  recipients: readonly string[],
  work: (put: (frame: Frame) => Promise<void>) => Promise<T>,
): Promise<T> {
  if (existsSync(path)) throw new ExpectedFailure(`${path} is there already: give another name. Nothing was written.`)
  const part = `${path}.partial`
  const file = await opened(part)
  try {
    const plain = new PassThrough()
    const encrypter = new Encrypter()
    for (const recipient of recipients) encrypter.addRecipient(recipient)
    const packed = plain.pipe(createGzip({ level: LEVEL }))
    const sealed = await encrypter.encrypt(Readable.toWeb(packed) as ReadableStream<Uint8Array>)
    const stop = new AbortController()
    const writing = pipeline(Readable.fromWeb(sealed as never), into(file), { signal: stop.signal })
    // Waited for below, or of no matter once the work itself has failed.
    writing.catch((error) => plain.destroy(error))
    const done = await work((frame) => put(plain, frame)).catch((error) => {
      stop.abort()
      throw error
    })
    plain.end()
    await writing
    await file.sync()
    await file.close()
    await rename(part, path)
    await flushFolder(dirname(path))
    return done
  } catch (error) {
    await file.close().catch(() => {})
    await rm(part, { force: true })
    const reason = plainReason(error)
    throw reason ? new ExpectedFailure(`${path} could not be written: ${reason}. Nothing was kept of it.`) : error
  }
}

/** The frames of a file that was written so. Throws {@link ExpectedFailure}, one line, where it cannot be read. */
export async function* readEncrypted(path: string, identity: string): AsyncGenerator<Frame> {
  try {
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    const file = createReadStream(path)
    const packed = await decrypter.decrypt(Readable.toWeb(file) as ReadableStream<Uint8Array>)
    const unpacked = createGunzip()
    const reading = pipeline(Readable.fromWeb(packed as never), unpacked)
    reading.catch(() => {})
    yield* readFrames(unpacked)
    await reading
  } catch (error) {
    throw new ExpectedFailure(wordsFor(path, error), { cause: error })
  }
}

function wordsFor(path: string, error: unknown): string {
  const reason = error instanceof Error && 'syscall' in error ? plainFault(error) : null
  if (reason) return `${path} cannot be read: ${reason}.`
  if (error instanceof Error && /no identity matched/.test(error.message))
    return `${path} was encrypted for another BACKUP_IDENTITY than the one that is given. Nothing was changed.`
  if (error instanceof Error && /invalid version/.test(error.message))
    return `${path} is no backup. Nothing was changed.`
  return `${path} is damaged or not whole. Nothing was changed.`
}

function plainFault(error: Error): string {
  if ('code' in error && error.code === 'ENOENT') return 'there is no such file'
  if ('code' in error && error.code === 'EISDIR') return 'it is a folder'
  return plainReason(error) ?? error.message
}

function put(plain: PassThrough, frame: Frame): Promise<void> {
  return new Promise((resolve, reject) => plain.write(written(frame), (error) => (error ? reject(error) : resolve())))
}

async function opened(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'w', 0o600)
  } catch (error) {
    throw new ExpectedFailure(`${path} cannot be written: ${plainReason(error) ?? error}.`, { cause: error })
  }
}

function into(file: FileHandle): Writable {
  return new Writable({
    write: (chunk, _, done) => void file.appendFile(chunk).then(() => done(), done),
  })
}

/** Else a machine that loses power could come back without the file's name. Windows has no such call. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}
