import '@/lib/kernel/node-env'
import { runCommand } from '@/lib/cli/run-command'
import { env } from '@/lib/kernel/env'
import { buildWhenNeeded } from './build-when-needed'
import { portIsFree } from './listening'

/** What would stop the start anyway is said before anybody waits for a build. */
await runCommand(async () => {
  const { port, host } = env()
  await portIsFree(port, host)
  await buildWhenNeeded()
})
