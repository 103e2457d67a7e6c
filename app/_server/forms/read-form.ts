import type { IncomingMessage } from 'node:http'
import { pathOf } from '@/app/_server/path-of'
import { type FormLimits, formLimits, withinLimits } from './limits'

/** Ten thousand emoji, encoded for a form, with all that a letter's forms carry. */
export const MOST_BYTES = 768 * 1024
/**
 * A picture of 5 MB, with a little more. A larger one is cut there, so that its own form says that it is too large, and
 * keeps what else was typed: such a form has its file last.
 */
export const MOST_BYTES_OF_PICTURE = 6 * 1024 * 1024
/** A list of members of 1 MB, with a little more: cut as a picture is. */
export const MOST_BYTES_OF_LIST = 1.25 * 1024 * 1024
// Beyond this, the connection is not worth reading to its end.
const MOST_READ = 32 * 1024 * 1024

export type FormBody = { form: FormData } | { refused: 'too-large' | 'unreadable' }

/**
 * Reads a posted form, urlencoded or multipart; a larger one is read to its end, so that the answer arrives. How many
 * fields it has is counted before they are read, and of each no more is given on than its limit.
 */
export async function readForm(request: IncomingMessage, most = MOST_BYTES): Promise<FormBody> {
  const type = request.headers['content-type'] ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return { refused: 'unreadable' }
  const limits = formLimits(pathOf(request))
  const { read, isWhole } = await readBody(request, most)
  const end = isWhole ? '' : endOfCut(type, most)
  if (end === null || hasTooManyFields(read, type, limits)) return { refused: 'too-large' }
  try {
    const form = /^multipart/i.test(type) ? await multipart(read, end, type) : urlencoded(read)
    const kept = withinLimits(form, limits)
    return kept ? { form: kept } : { refused: 'too-large' }
  } catch {
    return { refused: isWhole ? 'unreadable' : 'too-large' }
  }
}

function multipart(read: Buffer, end: string, type: string): Promise<FormData> {
  const body = new Blob([new Uint8Array(read), end])
  return new Response(body, { headers: { 'content-type': type } }).formData()
}

/** As a response's form is read, at a sixth of the time. */
function urlencoded(read: Buffer): FormData {
  const form = new FormData()
  for (const [name, value] of new URLSearchParams(read.toString())) form.append(name, value)
  return form
}

/** What ends a body that was cut within its file; `null` where the form has no file, and none of it counts. */
function endOfCut(type: string, most: number): string | null {
  const boundary = /\bboundary=("?)([^";,\s]+)\1/i.exec(type)?.[2]
  return most > MOST_BYTES && boundary ? `\r\n--${boundary}--\r\n` : null
}

/** Whether what stands once before each field stands too often. */
function hasTooManyFields(body: Buffer, type: string, { fields }: FormLimits): boolean {
  const mark = /^multipart/i.test(type) ? 'form-data' : '&'
  let found = 0
  for (let at = body.indexOf(mark); at >= 0 && found <= fields; at = body.indexOf(mark, at + 1)) found++
  return found > fields
}

async function readBody(request: IncomingMessage, most: number): Promise<{ read: Buffer; isWhole: boolean }> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    if (size < most) chunks.push(chunk.subarray(0, most - size))
    size += chunk.length
    if (size > MOST_READ) break
  }
  return { read: Buffer.concat(chunks), isWhole: size <= most }
}
