import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build, type Metafile, type Plugin } from 'esbuild'
import { type BrowserModule, islandName } from './browser-components'

const START = 'components/islands/start.ts'
const FOLDER = '.next/static/islands'

/**
 * Bundles what the browser needs for the islands of the pages that the front renders, and lists in `dist/islands.json`
 * the script that begins and what it imports. After Next's build, which empties the folder of static files.
 */
export async function bundleIslands(root: string, modules: BrowserModule[]): Promise<void> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [START],
    outdir: FOLDER,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    // What is rarely needed, such as the sum that is done beside a form, is fetched when it is.
    splitting: true,
    format: 'esm',
    platform: 'browser',
    // As Next's own scripts.
    target: ['chrome111', 'edge111', 'firefox111', 'safari16.4'],
    jsx: 'automatic',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    metafile: true,
    logLevel: 'warning',
    plugins: [withIslands(root, modules)],
  })
  writeFileSync(join(root, 'dist/islands.json'), JSON.stringify(filesOfStart(metafile)))
}

/** The script that begins, and after it those that the browser asks for before it does. */
function filesOfStart({ outputs }: Metafile): string[] {
  const start = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === START)?.[0]
  const found = new Set(start ? [start] : [])
  for (const file of found) {
    for (const { path, kind } of outputs[file]?.imports ?? []) if (kind === 'import-statement') found.add(path)
  }
  return [...found].map((file) => `islands/${basename(file)}`)
}

/** Fills in the list of islands, and puts our own router in the place of Next's. */
function withIslands(root: string, modules: BrowserModule[]): Plugin {
  return {
    name: 'with-islands',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^next\/navigation$/ }, () => ({ path: join(root, 'components/islands/router.ts') }))
      onLoad({ filter: /components\/islands\/islands\.ts$/ }, () => {
        const all = modules.flatMap(({ file, components }) => components.map((name) => ({ file, name })))
        const lines = [
          ...all.map(({ file, name }, at) => `import { ${name} as i${at} } from './${file}'`),
          'export const islands = {',
          ...all.map(({ file, name }, at) => `  ${JSON.stringify(islandName(file, name))}: i${at},`),
          '}',
        ]
        return { contents: lines.join('\n'), resolveDir: root, loader: 'ts' }
      })
    },
  }
}
