import '@/lib/kernel/node-env'
import { parsedArguments } from './arguments'
import { runCommand, WrongUsage } from './run-command'
import { buildWhenNeeded } from './start/build-when-needed'

const USAGE = `Usage:
  npm run build`

/** All that production needs: after it, `npm start` builds and installs nothing. */
await runCommand(async (args) => {
  if (parsedArguments(args, [], USAGE).words.length > 0) throw new WrongUsage(USAGE)
  if (!(await buildWhenNeeded())) process.stdout.write('Everything is built from these sources already.\n')
})
