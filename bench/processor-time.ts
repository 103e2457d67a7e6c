import { existsSync, readFileSync } from 'node:fs'

/** Linux counts in hundredths of a second, whatever its own clock does (man 5 proc, USER_HZ). */
const TICK_MS = 10

/** The processor time that all threads of a process have used so far, in milliseconds; `NaN` where there is no `/proc`. */
export function processorTime(pid: number): number {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return Number.NaN
  // The program's name, in brackets, may hold blanks: what follows it are fields 3 and on.
  const fields = readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}
