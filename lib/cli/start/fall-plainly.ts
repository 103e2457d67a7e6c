import { log } from '@/lib/kernel/log'

/** Ends the process where nobody has caught an error, with one line: Node would print the whole, with what a statement was given. */
export function fallPlainly(what: string): void {
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, `${what} fell`)
    process.exit(1)
  })
}
