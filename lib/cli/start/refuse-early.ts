import '@/lib/kernel/node-env'
import { runCommand } from '@/lib/cli/run-command'
import { env } from '@/lib/kernel/env'
import { portIsFree } from './listening'

// Run before the server is loaded, which takes longer than all of this: a wrong setting or a taken port ends the start.
await runCommand(async () => {
  const { port, host } = env()
  await portIsFree(port, host)
})
