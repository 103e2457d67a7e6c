import { format } from 'node:util'
import { isHangUp } from './faults/hang-up'
import { plainError } from './faults/plain-error'
import { log } from './log'
import { isNews } from './logged-request'

/**
 * Has everything that others print as a warning or an error, Next's own output above all, go into the log in its form:
 * they would print whole errors, with what the statements were given. Of one request the same error is written once.
 */
export function consoleToLog(): void {
  console.error = (...said: unknown[]) => write('error', said)
  console.warn = (...said: unknown[]) => write('warn', said)
}

function write(level: 'error' | 'warn', said: unknown[]): void {
  const err = said.find((each) => each instanceof Error)
  if (err && !isNews(err)) return
  // Objects that are no errors can hold one, or anything: they are named by their kind.
  const words = said
    .filter((each) => each !== err)
    .map((each) => (Object(each) === each ? plainError(each).type : each))
  log[isHangUp(err) ? 'debug' : level](err ? { err } : {}, withoutColours(format(...words)) || 'An error rose')
}

function withoutColours(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what begins a colour.
  return plainError(text.replace(/\u001b\[[\d;]*m/g, '')).message.trim()
}
