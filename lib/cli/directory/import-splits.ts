import { importSplits } from '@/lib/directory/postcodes/import-splits'
import { parseSplitRows } from '@/lib/directory/postcodes/split-rows'
import { counted } from '@/lib/kernel/text'
import { readText } from './read-text'
import { withDirectory } from './with-directory'

/** Writes down the split postcodes that a CSV lists, and prints how many. */
export async function importSplitsFrom(path: string): Promise<void> {
  const rows = parseSplitRows(await readText(path))
  await withDirectory(async (ctx) => {
    const { split, single } = await importSplits(ctx, rows)
    const alone = single > 0 ? `, and ${counted(single, 'postcode')} in one constituency alone` : ''
    process.stdout.write(`${counted(split, 'postcode')} in several constituencies${alone}.\n`)
  })
}
