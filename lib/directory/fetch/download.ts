import { type FileHandle, mkdir, open, readdir, readFile, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { type RequestRate, retryAfter } from '@/lib/directory/members-api/request'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { parsedJson } from '@/lib/kernel/parsed-json'
import { MINUTE } from '@/lib/kernel/time/durations'

type Source = {
  url: string
  /** Changes whenever the file does, as far as whoever lists it knows. */
  version: string
  rate: RequestRate
  signal?: AbortSignal | undefined
}

const MOST_BYTES = 2_000_000_000
const LONGEST_WAIT_MS = 2 * MINUTE
const FILE = 'postcodes'
const NOTES = 'postcodes.json'

/** What is known of a file that is only there in part. `validator`: a strong ETag or a date, for `If-Range`. */
const notes = z.object({
  url: z.string(),
  version: z.string(),
  validator: z.string().nullable(),
  total: z.number().nullable(),
})
type Notes = z.infer<typeof notes>

/**
 * Fetches a file into a folder and gives its path. What an earlier call has left of the same file is gone on from
 * (RFC 9110, sections 13.1.5 and 14.2), unless it has changed meanwhile. Breaks are tried again with growing waits, or as
 * `Retry-After` says. `onBytes` hears how far it is. Throws {@link ExpectedFailure} with one line; what came so far stays
 * where going on makes sense.
 */
export async function download(
  source: Source,
  folder: string,
  onBytes: (done: number, total: number | null) => void = () => {},
): Promise<string> {
  try {
    await mkdir(folder, { recursive: true })
    let failures = 0
    for (;;) {
      source.signal?.throwIfAborted()
      const before = await partOf(source, folder)
      if (before.notes?.total === before.bytes && before.bytes > 0) return join(folder, FILE)
      const answer = await once(source, folder, before, onBytes)
      if (answer === 'whole') return join(folder, FILE)
      const { bytes } = await partOf(source, folder)
      failures = bytes > before.bytes ? 0 : failures + 1
      const usual = source.rate.backoffMs[failures]
      const waitMs = Math.max(usual ?? 0, answer.retryAfterMs ?? 0)
      if (usual === undefined || waitMs > LONGEST_WAIT_MS)
        throw new ExpectedFailure(`The download ${answer.why}. ${left(bytes)}`)
      await wait(waitMs, undefined, source.signal ? { signal: source.signal } : {})
    }
  } catch (error) {
    throw (await diskFault(error, folder)) ?? error
  }
}

/** Removes what `download` has left in the folder. */
export async function removeDownload(folder: string): Promise<void> {
  await Promise.all([FILE, NOTES].map((name) => rm(join(folder, name), { force: true })))
}

function left(bytes: number): string {
  return bytes > 0
    ? `${megabytes(bytes)} are kept, and the next try goes on from there. Nothing was changed.`
    : 'Nothing was changed.'
}

/** "190 MB", of bytes. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 10e6 ? 1 : 0)} MB`
}

type Part = { notes: Notes | null; bytes: number }

/** What is there of this file; of any other it is removed. */
async function partOf({ url, version }: Source, folder: string): Promise<Part> {
  const names = await readdir(folder)
  if (names.includes(FILE) && names.includes(NOTES)) {
    const { data } = notes.safeParse(parsedJson(await readFile(join(folder, NOTES), 'utf8')))
    if (data?.url === url && data.version === version) {
      const { size } = await stat(join(folder, FILE))
      if (data.total === null || size <= data.total) return { notes: data, bytes: size }
    }
  }
  await removeDownload(folder)
  return { notes: null, bytes: 0 }
}

type Broken = { why: string; retryAfterMs?: number }

async function once(
  source: Source,
  folder: string,
  part: Part,
  onBytes: (done: number, total: number | null) => void,
): Promise<'whole' | Broken> {
  const quiet = new AbortController()
  const timer = setTimeout(() => quiet.abort(), source.rate.withinMs)
  const signal = source.signal ? AbortSignal.any([source.signal, quiet.signal]) : quiet.signal
  const broken = (why: string): Broken => {
    source.signal?.throwIfAborted()
    return { why: quiet.signal.aborted ? `stood still for ${source.rate.withinMs / 1000} seconds` : why }
  }
  try {
    const response = await fetch(source.url, { signal, headers: askedOf(part) }).catch(() => null)
    if (!response) return broken('could not be begun: the portal could not be reached')
    const began = await beginningOf(response, part)
    if (typeof began === 'object') return began
    const total = totalOf(response, began)
    await refuseTooLarge(folder, began, total)
    await writeFile(join(folder, NOTES), JSON.stringify({ ...keptOf(source, response), total } satisfies Notes))
    const file = await open(join(folder, FILE), began === 0 ? 'w' : 'a')
    try {
      const done = await take(response, file, began, (bytes) => {
        timer.refresh()
        onBytes(bytes, total)
      })
      if (done === null || (total !== null && done < total)) return broken('broke off')
      if (total !== null && done > total) return await startAgain(folder, 'sent more than it said')
      if (total === null)
        await writeFile(join(folder, NOTES), JSON.stringify({ ...keptOf(source, response), total: done }))
      return 'whole'
    } finally {
      await file.close()
    }
  } finally {
    clearTimeout(timer)
  }
}

function askedOf({ notes, bytes }: Part): Record<string, string> {
  // Encoded, its bytes could not be counted.
  const usual = { 'user-agent': 'dear-mp', 'accept-encoding': 'identity' }
  if (bytes === 0 || !notes?.validator) return usual
  return { ...usual, range: `bytes=${bytes}-`, 'if-range': notes.validator }
}

/** Where what was answered begins in the file; or why it is none of it. Throws for what another try does not mend. */
async function beginningOf(response: Response, { bytes }: Part): Promise<number | Broken> {
  const { status, headers } = response
  if (status === 200 || status === 206) {
    refuseOtherKinds(headers.get('content-type') ?? '')
    if (status === 200) return 0
    const [, from] = /^bytes (\d{1,15})-\d{1,15}\//.exec(headers.get('content-range') ?? '') ?? []
    if (Number(from) === bytes) return bytes
    await response.body?.cancel()
    return { why: 'went on at another place than was asked for' }
  }
  await response.body?.cancel()
  const passing = status === 408 || status === 416 || status === 429 || status >= 500
  if (!passing) throw new ExpectedFailure(`The download was answered with status ${status}. Nothing was changed.`)
  const retryAfterMs = retryAfter(headers.get('retry-after'))
  return { why: `was answered with status ${status}`, ...(retryAfterMs !== null && { retryAfterMs }) }
}

function refuseOtherKinds(type: string): void {
  const wrong = /^text\/html/i.test(type) ? 'a web page' : /^application\/json/i.test(type) ? 'a message' : null
  if (wrong)
    throw new ExpectedFailure(`The download was answered with ${wrong} in place of the file. Nothing was changed.`)
}

function totalOf({ status, headers }: Response, began: number): number | null {
  const whole = status === 206 ? /\/(\d{1,15})$/.exec(headers.get('content-range') ?? '')?.[1] : undefined
  const length = headers.get('content-length')
  return whole ? Number(whole) : length ? began + Number(length) : null
}

async function refuseTooLarge(folder: string, began: number, total: number | null): Promise<void> {
  if (total === null) return
  if (total > MOST_BYTES) throw tooLarge()
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < total - began) {
    throw new ExpectedFailure(
      `The disk under ${folder} has room for ${megabytes(bavail * bsize)}, and the release needs ${megabytes(total - began)}. Nothing was changed.`,
    )
  }
}

function tooLarge(): ExpectedFailure {
  return new ExpectedFailure(`The file is larger than ${megabytes(MOST_BYTES)}: it is no release. Nothing was changed.`)
}

function keptOf({ url, version }: Source, { headers }: Response): Pick<Notes, 'url' | 'version' | 'validator'> {
  const etag = headers.get('etag')
  const strong = etag && !etag.startsWith('W/') ? etag : null
  return { url, version, validator: strong ?? headers.get('last-modified') }
}

/** Gives how many bytes there are in the end; null where it broke off. */
async function take(
  response: Response,
  file: FileHandle,
  began: number,
  onBytes: (done: number) => void,
): Promise<number | null> {
  let done = began
  const chunks = response.body?.[Symbol.asyncIterator]()
  while (chunks) {
    const next = await chunks.next().catch(() => null)
    if (!next) return null
    if (next.done) break
    if (done === 0) refuseOtherBeginnings(next.value)
    await file.write(next.value)
    done += next.value.byteLength
    if (done > MOST_BYTES) throw tooLarge()
    onBytes(done)
  }
  return done
}

/** A service may answer with a page, or a message in JSON, and call it a file. */
function refuseOtherBeginnings(bytes: Uint8Array): void {
  const first = String.fromCharCode(...bytes.subarray(0, 100))
    .trimStart()
    .charAt(0)
  refuseOtherKinds(first === '<' ? 'text/html' : first === '{' ? 'application/json' : '')
}

async function startAgain(folder: string, why: string): Promise<Broken> {
  await removeDownload(folder)
  return { why }
}

const NOT_WRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'])
const coded = z.object({ code: z.string() })

/** A fault of the disk as one line; what fills the disk is removed, since the database may lie on it as well. */
async function diskFault(error: unknown, folder: string): Promise<ExpectedFailure | null> {
  const { data } = coded.safeParse(error)
  if (data?.code === 'ENOSPC' || data?.code === 'EDQUOT') {
    await removeDownload(folder)
    return new ExpectedFailure(`The disk under ${folder} is full. Nothing was changed.`, { cause: error })
  }
  if (data && NOT_WRITABLE.has(data.code))
    return new ExpectedFailure(`${folder} may not be written to. Nothing was changed.`, { cause: error })
  return null
}
