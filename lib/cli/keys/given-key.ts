import { createReadStream } from 'node:fs'
import { type DataKey, readDataKey } from '@/lib/kernel/env-fields'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { fileFaults } from '@/lib/kernel/faults/file-faults'

/** More than any way to write a key takes. */
const MOST_BYTES = 256

/**
 * A key from a file, or from standard input where `from` is `-`: an argument could be read by every user of the machine.
 * Throws `ExpectedFailure`, without what it read.
 */
export async function givenKey(from: string): Promise<DataKey> {
  const key = readDataKey(await textOf(from))
  if (!key) {
    const place = from === '-' ? 'Standard input' : from
    throw new ExpectedFailure(`${place} does not hold one key of 32 bytes in base64 or hex.`)
  }
  return key
}

async function textOf(from: string): Promise<string> {
  let text = ''
  try {
    for await (const chunk of from === '-' ? process.stdin : createReadStream(from)) {
      text += chunk
      if (text.length > MOST_BYTES) return ''
    }
    return text
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    throw new ExpectedFailure(`${from} ${fileFaults[code] ?? 'cannot be read'}.`, { cause })
  }
}
