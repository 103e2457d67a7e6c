import { vi } from 'vitest'
import { log } from '@/lib/kernel/log'

/** Hands each line that the log writes to `take`, as it is, instead of writing it; until mocks are restored. */
export function takeLogLines(take: (line: string) => void): void {
  const streams = Object.getOwnPropertySymbols(log).find((symbol) => symbol.description === 'pino.stream')
  if (!streams) throw new Error('The log has no stream.')
  vi.spyOn(Reflect.get(log, streams), 'write').mockImplementation((line: unknown) => take(`${line}`))
}
