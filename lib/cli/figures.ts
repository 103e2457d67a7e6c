import '@/lib/kernel/node-env'
import { rebuildFigures } from '@/lib/figures/roll-up/recount'
import { differenceWords } from '@/lib/figures/roll-up/recount-nightly'
import { counted } from '@/lib/kernel/text'
import { parsedArguments } from './arguments'
import { runCommand, WrongUsage } from './run-command'
import { withDatabase } from './with-database'

const USAGE = `Usage:
  npm run figures -- rebuild`

async function figures(args: string[]): Promise<void> {
  const { words } = parsedArguments(args, [], USAGE)
  if (words.length !== 1 || words[0] !== 'rebuild') throw new WrongUsage(USAGE)
  await withDatabase(async (ctx) => {
    const differences = await rebuildFigures(ctx)
    const lines = differences.map(differenceWords)
    const summary = `Recounted: ${differences.length === 0 ? 'nothing differed' : counted(differences.length, 'difference')}.`
    process.stdout.write(`${[...lines, summary].join('\n')}\n`)
  })
}

await runCommand(figures)
