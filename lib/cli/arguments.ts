import { type ParseArgsConfig, parseArgs } from 'node:util'
import { WrongUsage } from './run-command'

type Parsed = { words: string[]; options: Record<string, string | undefined>; lists: Record<string, string[]> }

/**
 * A command's words, its `--name value` options, and those of `repeated`, each a list of all its values. Throws
 * {@link WrongUsage} for an option not among them.
 */
export function parsedArguments(args: string[], names: string[], usage: string, repeated: string[] = []): Parsed {
  const options: ParseArgsConfig['options'] = Object.fromEntries([
    ...names.map((name) => [name, { type: 'string' }]),
    ...repeated.map((name) => [name, { type: 'string', multiple: true }]),
  ])
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true })
    const given = Object.entries<unknown>(values)
    return {
      words: positionals,
      options: Object.fromEntries(given.filter(([k]) => names.includes(k)).map(([k, v]) => [k, String(v)])),
      lists: Object.fromEntries(
        given.filter(([k]) => repeated.includes(k)).map(([k, v]) => [k, [v].flat().map(String)]),
      ),
    }
  } catch (error) {
    throw new WrongUsage(usage, { cause: error })
  }
}
