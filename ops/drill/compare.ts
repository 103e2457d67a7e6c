import { readEncrypted } from '@/lib/cli/backup/encrypted-file'
import { env } from '@/lib/kernel/env'

/** What a restore itself puts there: two switches. */
const ADDED: Record<string, number> = { settings: 2 }

const [before = '', after = ''] = process.argv.slice(2)
const [was, is] = [await rowsByTable(before), await rowsByTable(after)]
const differing = [...was].filter(([table, rows]) => is.get(table) !== rows + (ADDED[table] ?? 0))
for (const [table, rows] of differing) process.stdout.write(`${table}: ${rows} rows, and ${is.get(table)} restored\n`)
process.stdout.write(`${was.size} tables, ${[...was.values()].reduce((sum, rows) => sum + rows, 0)} rows compared.\n`)
process.exit(differing.length > 0 || was.size !== is.size ? 1 : 0)

async function rowsByTable(file: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  let table = ''
  for await (const frame of readEncrypted(file, env().backupIdentity ?? '')) {
    if (frame.kind === 'table') table = frame.table.name
    if (frame.kind === 'table') counts.set(table, 0)
    if (frame.kind === 'rows') counts.set(table, (counts.get(table) ?? 0) + newlinesIn(frame.rows))
  }
  return counts
}

function newlinesIn(rows: Buffer): number {
  let found = 0
  for (let at = rows.indexOf(10); at >= 0; at = rows.indexOf(10, at + 1)) found += 1
  return found
}
