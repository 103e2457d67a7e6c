import { readFileSync, statSync } from 'node:fs'
import { z } from 'zod'
import { SECRET_NAMES } from '@/lib/kernel/env-fields'

type Source = Record<string, string | undefined>

const MOST_BYTES = 64 * 1024
const REASONS: Record<string, string> = {
  ENOENT: 'is no file',
  EACCES: 'may not be read by this process',
  EISDIR: 'is a folder',
}

/**
 * What `source` says of secrets that lie in files, as containers and service managers hand them on: `NAME_FILE` is where
 * `NAME` is read. Gives the secrets, and each fault in a few words that name the file and nothing that is in it.
 */
export function secretsInFiles(source: Source): { values: Record<string, string>; faults: string[] } {
  const values: Record<string, string> = {}
  const faults: string[] = []
  for (const name of SECRET_NAMES) {
    const path = source[`${name}_FILE`]?.trim()
    if (!path) continue
    if (source[name]?.trim()) faults.push(`${name} and ${name}_FILE are both set: it is given once`)
    const { value, fault } = read(path)
    if (fault) faults.push(`${name}_FILE, ${JSON.stringify(path.slice(0, 200))}, ${fault}`)
    else if (value) values[name] = value
    else faults.push(`${name}_FILE, ${JSON.stringify(path.slice(0, 200))}, is empty`)
  }
  return { values, faults }
}

function read(path: string): { value?: string; fault?: string } {
  try {
    const { size } = statSync(path)
    if (size > MOST_BYTES) return { fault: `is larger than ${MOST_BYTES / 1024} kB, which no secret is` }
    return {
      value: readFileSync(path, 'utf8')
        .replace(/^\uFEFF/, '')
        .trim(),
    }
  } catch (error) {
    const { data } = z.object({ code: z.string() }).safeParse(error)
    return { fault: REASONS[data?.code ?? ''] ?? 'cannot be read' }
  }
}
