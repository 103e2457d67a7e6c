import { createHash } from 'node:crypto'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { z } from 'zod'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { parsedJson } from '@/lib/kernel/parsed-json'

/**
 * A file that carries a packed index between installations: a line that says what it is, a line of JSON that says which
 * release it is and what it holds, and the index under brotli.
 */
const FIRST_LINE = 'DEAR MP POSTCODES 1'

const head = z.object({
  /** "NSPL August 2025". */
  name: z.string().min(1).max(200),
  released: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/)
    .nullable(),
  exportedAt: z.string(),
  coverage: z.object({
    postcodes: z.int(),
    terminated: z.int(),
    constituencies: z.int(),
    nations: z.array(z.string()),
  }),
  licence: z.array(z.string()),
  /** SHA-256 of the file of ONS that it was made from. */
  release: z.string().regex(/^[0-9a-f]{64}$/),
  /** SHA-256 of the index, unpacked. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

export type IndexHead = Omit<z.infer<typeof head>, 'sha256'>

const MOST_BYTES = 30_000_000
const MOST_HEAD = 20_000

export function writeIndexFile(described: IndexHead, index: Uint8Array): Uint8Array {
  const packed = brotliCompressSync(index, {
    params: { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS },
  })
  const said = JSON.stringify({ ...described, sha256: sha256Of(index) } satisfies z.infer<typeof head>)
  return Buffer.concat([Buffer.from(`${FIRST_LINE}\n${said}\n`), packed])
}

/** Throws {@link ExpectedFailure}, which names `path`, for what is no such file, is cut short, or was changed on its way. */
export function readIndexFile(bytes: Uint8Array, path: string): { described: IndexHead; index: Uint8Array } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const first = buffer.indexOf('\n')
  const second = buffer.subarray(0, MOST_HEAD).indexOf('\n', first + 1)
  const line = buffer.subarray(0, Math.max(0, first)).toString('latin1')
  if (line !== FIRST_LINE) {
    const isNewer = line.startsWith(FIRST_LINE.slice(0, -1))
    throw new ExpectedFailure(
      isNewer
        ? `${path} was written by another version of Dear MP, in a format that this one does not read.`
        : `${path} is no index of postcodes, as export-index writes it. Use import-postcodes for a release of ONS.`,
    )
  }
  const { data } = head.safeParse(second < 0 ? null : parsedJson(buffer.subarray(first + 1, second).toString('utf8')))
  if (!data) throw new ExpectedFailure(`${path} is damaged: it does not say what it holds.`)
  const { sha256, ...described } = data
  const index = unpacked(buffer.subarray(second + 1))
  if (!index || sha256Of(index) !== sha256) {
    throw new ExpectedFailure(`${path} is cut short or damaged: its index is not the one that its SHA-256 is of.`)
  }
  return { described, index }
}

function unpacked(bytes: Uint8Array): Uint8Array | null {
  try {
    return new Uint8Array(brotliDecompressSync(bytes, { maxOutputLength: MOST_BYTES }))
  } catch {
    return null
  }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
