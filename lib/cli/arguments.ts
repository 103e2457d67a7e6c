import { type ParseArgsConfig, parseArgs } from 'node:util'
import { WrongUsage } from './run-command'

type Parsed = { words: string[]; options: Record<string, string | undefined> }

/** A command's words and its `--name value` options. Throws {@link WrongUsage} for an option not among `names`. */
export function parsedArguments(args: string[], names: string[], usage: string): Parsed {
  const options: ParseArgsConfig['options'] = Object.fromEntries(names.map((name) => [name, { type: 'string' }]))
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true })
    return { words: positionals, options: Object.fromEntries(Object.entries(values).map(([k, v]) => [k, String(v)])) }
  } catch (error) {
    throw new WrongUsage(usage, { cause: error })
  }
}
