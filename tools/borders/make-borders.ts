/**
 * Computes which constituencies lie beside each other from their mean positions in the snapshot, and keeps it in
 * `borders.json`. Needed again only when the boundaries change:
 *
 *   npx tsx tools/borders/make-borders.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSnapshot } from '@/lib/directory/snapshot/parse'
import { touching } from './touching'

const pairs = touching(
  parseSnapshot(readFileSync(join(import.meta.dirname, '../../lib/directory/snapshot/constituencies.csv'), 'utf8')),
)
const beside: Record<string, string[]> = {}
for (const [a, b] of pairs) beside[a] = [...(beside[a] ?? []), b]
const lines = Object.entries(beside).map(([code, others]) => `  "${code}": "${others.join(' ')}"`)
writeFileSync(join(import.meta.dirname, '../../lib/directory/borders/borders.json'), `{\n${lines.join(',\n')}\n}\n`)
process.stdout.write(`${pairs.length} pairs of constituencies lie beside each other.\n`)
