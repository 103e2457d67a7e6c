import '@/lib/kernel/node-env'
import { lookUpPostcode } from '@/lib/directory/lookup'
import { importMembers } from '@/lib/directory/members/import'
import { parseMemberRows } from '@/lib/directory/members/rows'
import { importPostcodesFrom } from './directory/import-postcodes'
import { importSplitsFrom } from './directory/import-splits'
import { outcomeLines, postcodesIn } from './directory/outcome-lines'
import { readOptions } from './directory/read-options'
import { readText } from './directory/read-text'
import { reportLines } from './directory/report-lines'
import { sync, syncWay } from './directory/sync'
import { withDirectory } from './directory/with-directory'
import { runCommand, WrongUsage } from './run-command'

const USAGE = `Usage:
  npm run directory -- lookup POSTCODE…
  npm run directory -- import-postcodes FILE [--other-boundaries] [--dry-run | --confirm]
  npm run directory -- import-splits FILE
  npm run directory -- import-members FILE
  npm run directory -- sync [--dry-run | --confirm]`

const OTHER_BOUNDARIES = 'other-boundaries'

async function directory([verb, ...args]: string[]): Promise<void> {
  if (verb === 'lookup' && args.length > 0) return lookUp(postcodesIn(args))
  if (verb === 'import-postcodes') return importPostcodes(args)
  if (verb === 'import-splits' && args[0] && args.length === 1) return importSplitsFrom(args[0])
  if (verb === 'import-members' && args[0] && args.length === 1) return importFrom(args[0])
  const way = verb === 'sync' ? syncWay(args) : null
  if (way) return sync(way)
  throw new WrongUsage(USAGE)
}

function lookUp(postcodes: string[]): Promise<void> {
  return withDirectory(async (ctx) => {
    for (const postcode of postcodes) print(outcomeLines(await lookUpPostcode(ctx, postcode)))
  })
}

function importPostcodes(args: string[]): Promise<void> {
  const { words, switched, way } = readOptions(args, [OTHER_BOUNDARIES], USAGE)
  const [file] = words
  if (!file || words.length > 1) throw new WrongUsage(USAGE)
  return importPostcodesFrom(file, { otherBoundaries: switched.has(OTHER_BOUNDARIES), way })
}

async function importFrom(path: string): Promise<void> {
  // Before the database is started: a faulty file should not have to wait for it.
  const rows = parseMemberRows(await readText(path))
  await withDirectory(async (ctx) => print(reportLines(await importMembers(ctx, rows))))
}

function print(lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

await runCommand(directory)
