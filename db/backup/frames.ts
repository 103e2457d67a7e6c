import { z } from 'zod'

const table = z.object({ schema: z.string(), name: z.string(), columns: z.array(z.string()) })
const sequence = z.object({ schema: z.string(), name: z.string(), value: z.string(), called: z.boolean() })

/** What stands before the rows: enough to refuse a restore before anything is written. */
export const backupHead = z.object({
  format: z.literal('dear-mp backup'),
  version: z.number(),
  takenAt: z.string(),
  /** The newest migrations that its tables are of: ours by its time, the job queue's by its number. */
  migration: z.number(),
  queueMigration: z.number(),
  /** By their ids, the data keys that it takes to open what is sealed in it. */
  dataKeys: z.array(z.string()),
  /** What links that were mailed are signed with, by an id of the same kind. */
  authSecret: z.string(),
})
const backupEnd = z.object({ tables: z.number(), rows: z.number(), sequences: z.array(sequence) })

export type BackupHead = z.infer<typeof backupHead>
export type BackupTable = z.infer<typeof table>
export type BackupEnd = z.infer<typeof backupEnd>
export type Frame =
  | { kind: 'head'; head: BackupHead }
  | { kind: 'table'; table: BackupTable }
  | { kind: 'rows'; rows: Buffer }
  | { kind: 'end'; end: BackupEnd }

/** The file does not hold what it should: it is no backup, is damaged, or is not whole. */
export class DamagedBackup extends Error {}

const HEADER_BYTES = 5
const MOST_BYTES = 64 * 1024 * 1024
const letters = { head: 'H', table: 'T', rows: 'R', end: 'E' } as const

/** A frame as bytes: a letter for its kind, its length, what it says. */
export function written(frame: Frame): Buffer {
  const body = frame.kind === 'rows' ? frame.rows : Buffer.from(JSON.stringify(bodyOf(frame)))
  const header = Buffer.alloc(HEADER_BYTES)
  header.write(letters[frame.kind], 'latin1')
  header.writeUInt32BE(body.length, 1)
  return Buffer.concat([header, body])
}

function bodyOf(frame: Exclude<Frame, { kind: 'rows' }>): unknown {
  if (frame.kind === 'head') return frame.head
  return frame.kind === 'table' ? frame.table : frame.end
}

/** The frames that bytes hold, one after the other. Throws {@link DamagedBackup} where they do not end with an end. */
export async function* readFrames(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Frame> {
  let ended = false
  for await (const { letter, body } of cut(bytes)) {
    if (ended) throw new DamagedBackup()
    const frame = frameOf(letter, body)
    ended = frame.kind === 'end'
    yield frame
  }
  if (!ended) throw new DamagedBackup()
}

async function* cut(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<{ letter: string; body: Buffer }> {
  let parts: Uint8Array[] = []
  let held = 0
  let wanted = HEADER_BYTES
  for await (const part of bytes) {
    parts.push(part)
    held += part.length
    while (held >= wanted) {
      const whole = Buffer.concat(parts)
      const length = whole.readUInt32BE(1)
      if (length > MOST_BYTES) throw new DamagedBackup()
      wanted = HEADER_BYTES + length
      const isWhole = whole.length >= wanted
      if (isWhole) yield { letter: whole.toString('latin1', 0, 1), body: whole.subarray(HEADER_BYTES, wanted) }
      const rest = isWhole ? whole.subarray(wanted) : whole
      if (isWhole) wanted = HEADER_BYTES
      parts = [rest]
      held = rest.length
    }
  }
  if (held > 0) throw new DamagedBackup()
}

function frameOf(letter: string, body: Buffer): Frame {
  if (letter === letters.rows) return { kind: 'rows', rows: body }
  try {
    const said: unknown = JSON.parse(body.toString())
    if (letter === letters.head) return { kind: 'head', head: backupHead.parse(said) }
    if (letter === letters.table) return { kind: 'table', table: table.parse(said) }
    if (letter === letters.end) return { kind: 'end', end: backupEnd.parse(said) }
  } catch (cause) {
    throw new DamagedBackup(undefined, { cause })
  }
  throw new DamagedBackup()
}
