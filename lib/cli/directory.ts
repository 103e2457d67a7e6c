import '@/lib/kernel/node-env'
import { replacedKinds } from '@/db/schema/index'
import type { Way } from '@/lib/directory/guard/let-in'
import { lookUpPostcode } from '@/lib/directory/lookup'
import { fetchPostcodesFrom } from './directory/fetch-postcodes'
import { importMembersFrom } from './directory/import-members'
import { importPostcodesFrom } from './directory/import-postcodes'
import { importSplitsFrom } from './directory/import-splits'
import { exportIndexTo, importIndexFrom } from './directory/index-file'
import { outcomeLines, postcodesIn } from './directory/outcome-lines'
import { readOptions } from './directory/read-options'
import { sync, syncWay } from './directory/sync'
import { undoFrom } from './directory/undo'
import { withDirectory } from './directory/with-directory'
import { runCommand, WrongUsage } from './run-command'

const USAGE = `Usage:
  npm run directory -- lookup POSTCODE…
  npm run directory -- fetch-postcodes [--agree-northern-ireland | --without-northern-ireland] [--dry-run | --confirm]
  npm run directory -- import-postcodes FILE [--other-boundaries] [--agree-northern-ireland | --without-northern-ireland] [--released YYYY-MM] [--dry-run | --confirm]
  npm run directory -- export-index FILE [--with-northern-ireland]
  npm run directory -- import-index FILE [--agree-northern-ireland | --without-northern-ireland] [--dry-run | --confirm]
  npm run directory -- import-splits FILE [--dry-run | --confirm]
  npm run directory -- import-members FILE [--dry-run | --confirm]
  npm run directory -- sync [--dry-run | --confirm]
  npm run directory -- undo [postcodes | splits | members] [--dry-run]`

const OTHER_BOUNDARIES = 'other-boundaries'
const AGREE = 'agree-northern-ireland'
const WITH = 'with-northern-ireland'
const WITHOUT = 'without-northern-ireland'

async function directory([verb, ...args]: string[]): Promise<void> {
  if (verb === 'lookup' && args.length > 0) return lookUp(postcodesIn(args))
  if (verb === 'fetch-postcodes') return fetchPostcodes(args)
  if (verb === 'export-index') return exportIndex(args)
  if (verb === 'import-index') return importIndex(args)
  if (verb === 'import-postcodes') return importPostcodes(args)
  if (verb === 'import-splits') return importSplitsFrom(oneFile(args))
  if (verb === 'import-members') return importMembersFrom(oneFile(args))
  if (verb === 'undo') return undo(args)
  const way = verb === 'sync' ? syncWay(args) : null
  if (way) return sync(way)
  throw new WrongUsage(USAGE)
}

function lookUp(postcodes: string[]): Promise<void> {
  return withDirectory(async (ctx) => {
    for (const postcode of postcodes) print(outcomeLines(await lookUpPostcode(ctx, postcode)))
  })
}

function fetchPostcodes(args: string[]): Promise<void> {
  const { words, ...options } = agreeing(args)
  if (words.length > 0) throw new WrongUsage(USAGE)
  return fetchPostcodesFrom(options)
}

function importIndex(args: string[]): Promise<void> {
  const { words, ...options } = agreeing(args)
  const [path] = words
  if (!path || words.length > 1) throw new WrongUsage(USAGE)
  return importIndexFrom(path, options)
}

/** The words of a command that may agree to the licence of Northern Ireland's postcodes, or leave them out. */
function agreeing(args: string[]): { words: string[]; northernIreland: boolean | null; way: Way } {
  const { words, given, way } = readOptions(args, USAGE, { switches: [AGREE, WITHOUT] })
  return { words, northernIreland: agreed(given), way }
}

function agreed(given: Readonly<Record<string, string | undefined>>): boolean | null {
  if (AGREE in given && WITHOUT in given) throw new WrongUsage(USAGE)
  return AGREE in given ? true : WITHOUT in given ? false : null
}

function exportIndex(args: string[]): Promise<void> {
  const { words, given, way } = readOptions(args, USAGE, { switches: [WITH] })
  const [path] = words
  if (!path || words.length > 1 || way !== 'apply') throw new WrongUsage(USAGE)
  return exportIndexTo(path, { northernIreland: WITH in given })
}

function importPostcodes(args: string[]): Promise<void> {
  const { words, given, way } = readOptions(args, USAGE, {
    switches: [OTHER_BOUNDARIES, AGREE, WITHOUT],
    values: ['released'],
  })
  const [file] = words
  const { released = null } = given
  if (!file || words.length > 1) throw new WrongUsage(USAGE)
  if (released !== null && !/^20\d\d-(0[1-9]|1[0-2])$/.test(released)) throw new WrongUsage(USAGE)
  return importPostcodesFrom(file, {
    otherBoundaries: OTHER_BOUNDARIES in given,
    northernIreland: agreed(given),
    released,
    way,
  })
}

function undo(args: string[]): Promise<void> {
  const { words, way } = readOptions(args, USAGE)
  const kind = replacedKinds.find((one) => one === words[0]) ?? null
  if (words.length > (kind ? 1 : 0)) throw new WrongUsage(USAGE)
  return undoFrom(kind, way)
}

/** Which file to read, and which way to let it in. Throws {@link WrongUsage} for anything else. */
function oneFile(args: string[]): { path: string; way: Way } {
  const { words, way } = readOptions(args, USAGE)
  const [path] = words
  if (!path || words.length > 1) throw new WrongUsage(USAGE)
  return { path, way }
}

function print(lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

await runCommand(directory)
