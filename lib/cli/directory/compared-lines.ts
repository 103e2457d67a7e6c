import { ChangesTooMuch, type Compared } from '@/lib/directory/guard/let-in'

/** Gives what `work` gives; where it was not let in, prints the comparison before the reasons rise. */
export async function showRefusal<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (error instanceof ChangesTooMuch) printLines(error.compared.lines)
    throw error
  })
}

/** What a dry run says at its end. */
export function triedLine({ reasons }: Compared): string {
  return reasons.length === 0
    ? 'Nothing was changed. Without --dry-run this would be let in.'
    : `Nothing was changed. Without --dry-run this would not be let in, unless --confirm is given: ${reasons.join('; ')}.`
}

export function printLines(lines: string[]): void {
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`)
}
