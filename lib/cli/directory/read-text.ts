import { readFile, stat } from 'node:fs/promises'
import { z } from 'zod'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { fileFaults } from '@/lib/kernel/faults/file-faults'

const MOST_BYTES = 5_000_000

/** A small text file, whole. Throws {@link ExpectedFailure} when it cannot be read, is too large or is not UTF-8. */
export async function readText(path: string): Promise<string> {
  const bytes = await readBytes(path, MOST_BYTES)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new ExpectedFailure(`${path} is not a text in UTF-8.`, { cause: error })
  }
}

const systemFault = z.object({ code: z.string() })

/** A file of at most so many bytes, whole. Throws {@link ExpectedFailure} when it cannot be read or is larger. */
export async function readBytes(path: string, most: number): Promise<Buffer> {
  try {
    const { size } = await stat(path)
    if (size > most) throw new ExpectedFailure(`${path} is too large for such a file.`)
    return await readFile(path)
  } catch (error) {
    const { data } = systemFault.safeParse(error)
    if (!data) throw error
    throw new ExpectedFailure(`${path} ${fileFaults[data.code] ?? `cannot be read (${data.code})`}.`, { cause: error })
  }
}
