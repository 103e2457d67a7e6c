import type { Way } from '@/lib/directory/guard/let-in'
import { importMembers } from '@/lib/directory/members/import'
import { parseMemberRows } from '@/lib/directory/members/rows'
import { printLines, showRefusal, triedLine } from './compared-lines'
import { readText } from './read-text'
import { reportLines } from './report-lines'
import { withDirectory } from './with-directory'

/** Brings the MPs to what a CSV says, and prints how it compares with those in use and what changed. */
export async function importMembersFrom({ path, way }: { path: string; way: Way }): Promise<void> {
  // Before the database is started: a faulty file should not have to wait for it.
  const rows = parseMemberRows(await readText(path))
  await withDirectory(async (ctx) => {
    const { report, compared } = await showRefusal(importMembers(ctx, rows, way))
    printLines([...compared.lines, ...reportLines(report)])
    if (way === 'dry-run') printLines([triedLine(compared)])
  })
}
