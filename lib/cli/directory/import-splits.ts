import { withProgress } from '@/lib/cli/progress'
import type { Way } from '@/lib/directory/guard/let-in'
import { importSplits } from '@/lib/directory/splits/import'
import { readSplits } from '@/lib/directory/splits/read'
import { counted } from '@/lib/kernel/text'
import { printLines, showRefusal, triedLine } from './compared-lines'
import { withDirectory } from './with-directory'

const READING = 'Reading the list, per cent'

/** Writes down the split and the corrected postcodes that a CSV lists, and prints how many. */
export async function importSplitsFrom({ path, way }: { path: string; way: Way }): Promise<void> {
  const rows = await withProgress((onProgress) =>
    readSplits(path, (share) => onProgress(READING, { done: Math.floor(share * 100), total: 100 })),
  )
  await withDirectory(async (ctx) => {
    const { report, compared } = await showRefusal(importSplits(ctx, rows, way))
    printLines(compared.lines)
    if (way === 'dry-run') return printLines([triedLine(compared)])
    const { split, single } = report
    const alone = single > 0 ? `, and ${counted(single, 'postcode')} in one constituency alone` : ''
    printLines([`${counted(split, 'postcode')} in several constituencies${alone}.`])
  })
}
