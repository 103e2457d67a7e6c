import { Logger } from 'graphile-worker'
import { log } from '@/lib/kernel/log'

/** graphile-worker's messages in the process's own log: its chatter only when debugging. */
export const workerLog = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') log.warn({ worker: true }, message)
  else log.debug({ worker: true }, message)
})
