import { parseArgs } from 'node:util'
import { WrongUsage } from '@/lib/cli/run-command'
import type { Way } from '@/lib/directory/guard/let-in'

/** `given`: the options with a value, and those without as "". */
type Options = { words: string[]; given: Readonly<Record<string, string | undefined>>; way: Way }

type More = { switches?: readonly string[]; values?: readonly string[] }

/**
 * The words of a command that changes the directory, its way, and its further options. Throws {@link WrongUsage} for any
 * other option, and for `--dry-run` with `--confirm`.
 */
export function readOptions(args: string[], usage: string, { switches = [], values = [] }: More = {}): Options {
  const types = [
    ...['dry-run', 'confirm', ...switches].map((name) => [name, { type: 'boolean' }] as const),
    ...values.map((name) => [name, { type: 'string' }] as const),
  ]
  const { words, given } = parsed(args, Object.fromEntries(types), usage)
  const [tries, confirms] = ['dry-run' in given, 'confirm' in given]
  if (tries && confirms) throw new WrongUsage(usage)
  return { words, given, way: tries ? 'dry-run' : confirms ? 'confirm' : 'apply' }
}

function parsed(args: string[], options: Record<string, { type: 'boolean' | 'string' }>, usage: string) {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const given = Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value : ''] as const)
    return { words: positionals, given: Object.fromEntries(given) }
  } catch (error) {
    throw new WrongUsage(usage, { cause: error })
  }
}
