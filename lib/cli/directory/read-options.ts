import { parseArgs } from 'node:util'
import { WrongUsage } from '@/lib/cli/run-command'
import type { Way } from '@/lib/directory/guard/let-in'

type Options = { words: string[]; switched: ReadonlySet<string>; way: Way }

/**
 * The words of a command that changes the directory, its way, and which of `switches` are given. Throws
 * {@link WrongUsage} for any other option, and for `--dry-run` with `--confirm`.
 */
export function readOptions(args: string[], switches: readonly string[], usage: string): Options {
  const given = parsed(args, ['dry-run', 'confirm', ...switches], usage)
  const [tries, confirms] = [given.switched.has('dry-run'), given.switched.has('confirm')]
  if (tries && confirms) throw new WrongUsage(usage)
  return { ...given, way: tries ? 'dry-run' : confirms ? 'confirm' : 'apply' }
}

function parsed(args: string[], switches: string[], usage: string): { words: string[]; switched: Set<string> } {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: Object.fromEntries(switches.map((name) => [name, { type: 'boolean' as const }])),
      allowPositionals: true,
    })
    return { words: positionals, switched: new Set(Object.keys(values)) }
  } catch (error) {
    throw new WrongUsage(usage, { cause: error })
  }
}
