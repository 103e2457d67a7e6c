import { createInterface } from 'node:readline/promises'
import {
  chooseNorthernIreland,
  LICENCES_URL,
  NORTHERN_IRELAND_LICENCE,
  northernIrelandChoice,
} from '@/lib/directory/fetch/northern-ireland'
import type { Way } from '@/lib/directory/guard/let-in'
import type { Context } from '@/lib/kernel/context'
import { printLines } from './compared-lines'

/**
 * Whether Northern Ireland's postcodes come in: what is said, or was decided before, or else is asked where somebody can
 * answer. Nobody's answer leaves them out. What is decided is kept, but for a dry run.
 */
export async function settledNorthernIreland(ctx: Context, said: boolean | null, way: Way): Promise<boolean> {
  const before = await northernIrelandChoice(ctx)
  if (said === null && before) return before.agreed
  printLines([`${NORTHERN_IRELAND_LICENCE} ${LICENCES_URL}`])
  const decided = said ?? (process.stdin.isTTY ? await isAgreed() : null)
  if (decided !== null && way !== 'dry-run') await chooseNorthernIreland(ctx, decided)
  printLines([
    decided
      ? 'Agreed to: the postcodes of Northern Ireland come in as well.'
      : 'Not agreed to: the postcodes of Northern Ireland are left out: asked of the live sources, where any are set. --agree-northern-ireland brings them in.',
  ])
  return decided ?? false
}

async function isAgreed(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const answer = await terminal.question(
      'Do you agree to this licence? Type yes, or anything else to leave them out: ',
    )
    return /^y(es)?$/i.test(answer.trim())
  } finally {
    terminal.close()
  }
}
